"""The types of plain data: what goes in, and what comes out as dicts and lists.

The JSON Schemas (`qiaolian.schema`) say the same.
"""

from ._answers import *
from ._columns import *
from ._diff import *
from ._given import *
from ._hanging import *
from ._whole import *
