"""Look the desk over. Mending is left to the command line."""

from __future__ import annotations

from fastapi import APIRouter

from presscheck.vectorstore.doctor import Examination, examine
from presscheck.web.served import Here

router = APIRouter(prefix="/api", tags=["doctor"])


@router.get("/doctor")
async def doctor(here: Here) -> Examination:
    """Tell whether all that was stored is there."""
    found = await here.work(examine, here.desk.path)
    return found.model_copy(update={"desk": here.desk.path.resolve().name})
