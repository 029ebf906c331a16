"""The OpenAPI description: what FastAPI finds in the routes, with who may ask and how a refusal looks."""

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from server.gate import OPEN

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "values"],
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "stable; programs look at this alone"},
        "detail": {"type": "string", "description": "a sentence that a person can act on"},
        "values": {"type": "object"},
    },
}
_REFUSED = {
    "description": "A refusal (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def json_body(kind: type) -> dict[str, Any]:
    """What a route that reads its body by itself says of it."""
    schemas, parts = msgspec.json.schema_components((kind,), ref_template="#/{name}")
    name = schemas[0]["$ref"].rpartition("/")[2]
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": parts[name]}}}}


def describe(app: FastAPI) -> dict[str, Any]:
    """The description, made once."""
    if app.openapi_schema is None:
        found = get_openapi(title=app.title, version=app.version, routes=app.routes)
        parts = found.setdefault("components", {})
        parts.setdefault("schemas", {})["Problem"] = _PROBLEM
        parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        for path, operations in found["paths"].items():
            for operation in operations.values():
                operation["responses"].pop("422", None)  # FastAPI's own; ours is a problem
                operation["responses"]["default"] = _REFUSED
                operation["security"] = [] if path in OPEN else [{"token": []}]
        app.openapi_schema = found
    return app.openapi_schema
