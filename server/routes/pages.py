"""Pages for people: what can be asked of this server, without anything loaded from elsewhere."""

import html
from collections.abc import Iterator

from fastapi import APIRouter, FastAPI
from starlette.responses import HTMLResponse, RedirectResponse, Response

_PAGE = """<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>格物 Gewu · API</title>
<style>body{{font:15px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2937}}
code{{background:#f4f6f9;padding:.1rem .3rem;border-radius:4px}}td{{padding:.35rem .8rem .35rem 0;vertical-align:top}}
h2{{font-size:1.05rem;margin-top:1.6rem}}</style>
<h1>格物 Gewu</h1><p>OpenAPI: <a href="/openapi.json">/openapi.json</a></p>
{sections}
</html>"""


def routes(app: FastAPI) -> APIRouter:
    """The start page and /docs."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    async def start() -> Response:
        return RedirectResponse("/docs")

    @router.get("/docs")
    async def docs() -> Response:
        return HTMLResponse(_PAGE.format(sections="".join(_sections(app.openapi()["paths"]))))

    return router


def _sections(paths: dict[str, dict[str, dict[str, object]]]) -> Iterator[str]:
    by_tag: dict[str, list[str]] = {}
    for path, methods in paths.items():
        for method, operation in methods.items():
            tags = operation.get("tags")
            tag = str(tags[0]) if isinstance(tags, list) and tags else ""
            summary = html.escape(str(operation.get("summary", "")))
            row = f"<tr><td><code>{method.upper()} {html.escape(path)}</code></td><td>{summary}</td></tr>"
            by_tag.setdefault(tag, []).append(row)
    for tag, rows in by_tag.items():
        yield f"<h2>{html.escape(tag)}</h2><table>{''.join(rows)}</table>"
