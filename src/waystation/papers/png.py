"""A picture as PNG. The library that draws it is loaded only when a PNG is asked for."""

from waystation.core.charts import WIDTH
from waystation.errors import WaystationError

WIDE = 1440
"""Pixels, unless another width is asked for."""
PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="18" font-size="18">{}</text></svg>'
)


def to_png(svg: str, wide: int = WIDE) -> bytes:
    """The picture `wide` pixels wide, with the fonts of this machine. Raises WaystationError if it has none."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415

    if svg_to_bytes(svg_string=PROBE.format("H")) == svg_to_bytes(svg_string=PROBE.format("")):
        raise WaystationError("error.no-font")
    return bytes(svg_to_bytes(svg_string=svg, zoom=wide / WIDTH))
