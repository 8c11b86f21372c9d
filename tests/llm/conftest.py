"""An OpenAI-compatible HTTP server on loopback that answers as scripted, and fails in every way a real one does."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Request = dict[str, Any]
Step = Callable[["Handler", Request], None]


class Handler(BaseHTTPRequestHandler):
    """Plays the script's next step for each request; the last one again and again."""

    script: "Script"

    def do_POST(self) -> None:
        """Read the request, remember it, and play."""
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.path.startswith("/v1/"):
            self.script.others += 1
            self.send(200, {})
            return
        body: Request = json.loads(sent)
        self.script.asked.append({**body, "path": self.path, "key": self.headers.get("Authorization", "")})
        if self.path.endswith("/embeddings"):
            embeds(self, body)
        else:
            step = self.script.steps.pop(0) if len(self.script.steps) > 1 else self.script.steps[0]
            step(self, body)

    def do_GET(self) -> None:
        """Count what is not for a model."""
        self.script.others += 1
        self.send(200, {})

    def send(self, status: int, body: object, **headers: str) -> None:
        """Send one JSON answer."""
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Script:
    """What the server does, what it was asked, and where it is."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.steps: list[Step] = [says({})]
        self.asked: list[Request] = []
        self.others = 0


def message(
    content: str | None, calls: list[dict[str, Any]] | None = None, *, ended: str = "stop", **said: Any
) -> dict[str, Any]:
    """Return a chat completion."""
    said = {"role": "assistant", "content": content, **said, **({"tool_calls": calls} if calls else {})}
    choice = {"index": 0, "finish_reason": "tool_calls" if calls else ended, "message": said}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [choice],
        "usage": usage,
    }


def says(answer: object) -> Step:
    """Answer with this JSON, or with this text, as a tool call where tools are asked for."""
    content = answer if isinstance(answer, str) else json.dumps(answer)

    def step(handler: Handler, body: Request) -> None:
        if body.get("tools"):
            function = {"name": body["tools"][0]["function"]["name"], "arguments": content}
            handler.send(200, message(None, [{"id": "t1", "type": "function", "function": function}]))
        else:
            handler.send(200, message(content))

    return step


def fails(status: int, **headers: str) -> Step:
    """Answer with an error."""
    return lambda handler, _: handler.send(
        status, {"error": {"message": "scripted", "type": "x", "code": "x"}}, **headers
    )


def only_text(answer: object) -> Step:
    """Refuse every kind of structured output, as a small server does."""
    plain = says(answer)

    def step(handler: Handler, body: Request) -> None:
        if body.get("response_format") or body.get("tools"):
            fails(400)(handler, body)
        else:
            plain(handler, body)

    return step


def sends(body: object, status: int = 200) -> Step:
    """Answer with exactly this body."""
    return lambda handler, _: handler.send(status, body)


def sends_page(handler: Handler, _: Request) -> None:
    """Answer with a web page, as a proxy in between does."""
    page = b"<html><body>Please log in</body></html>"
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(page)))
    handler.end_headers()
    handler.wfile.write(page)


def resets(handler: Handler, _: Request) -> None:
    """Close the connection without a word."""
    handler.close_connection = True
    handler.connection.shutdown(2)


def streams(*pieces: str, whole: bool = True) -> Step:
    """Stream these pieces; break off after them unless `whole`."""

    def step(handler: Handler, _: Request) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in pieces:
            event(handler, {"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
        if whole:
            event(handler, {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
            event(handler, {"choices": [], "usage": usage})
            chunk(handler, b"data: [DONE]\n\n")
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = True

    return step


def event(handler: Handler, told: dict[str, Any]) -> None:
    """Send one event of a stream."""
    head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"}
    chunk(handler, f"data: {json.dumps({**head, **told})}\n\n".encode())


def chunk(handler: Handler, data: bytes) -> None:
    """Send one chunk."""
    handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    handler.wfile.flush()


def calls_tool(name: str, **arguments: object) -> Step:
    """Call a tool of that name."""
    function = {"name": name, "arguments": json.dumps(arguments)}
    return sends(message(None, [{"id": "t1", "type": "function", "function": function}]))


def embeds(handler: Handler, body: Request) -> None:
    """Answer with a vector for each text, made of its length."""
    texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
    data = [
        {"object": "embedding", "index": n, "embedding": [float(len(t)), 1.0]} for n, t in enumerate(texts)
    ]
    usage = {"prompt_tokens": 5, "total_tokens": 5}
    handler.send(200, {"object": "list", "data": data, "model": "scripted", "usage": usage})


def hangs(seconds: float) -> Step:
    """Say nothing for a while."""
    return lambda *_: time.sleep(seconds)


def cuts_off(handler: Handler, _: Request) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "c1", "choices": [')


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Script]:
    """Serve on loopback, named by the environment as a user would name it."""
    handler = type("Scripted", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    script = Script(f"http://127.0.0.1:{server.server_address[1]}/v1")
    handler.script = script  # type: ignore[attr-defined]
    monkeypatch.setenv("OPENAI_BASE_URL", script.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield script
    server.shutdown()
    server.server_close()


@pytest.fixture
def steps() -> dict[str, Any]:
    """Return the makers of steps, since test modules can't import this file."""
    makers = (
        says,
        fails,
        only_text,
        hangs,
        cuts_off,
        sends,
        sends_page,
        resets,
        streams,
        calls_tool,
        message,
    )
    return {maker.__name__: maker for maker in makers}
