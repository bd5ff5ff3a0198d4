"""What a rule of data quality comes to, and when a value or a column's values meet a condition."""

from dataclasses import dataclass, field

from pyspark.sql import functions as f

from awsgluedq._dqdl import DqdlError


@dataclass(frozen=True)
class Outcome:
    """What a rule came to: whether it passed, why not, its metrics, and the condition on rows if it has one."""

    passed: bool
    reason: str | None = None
    metrics: dict = field(default_factory=dict)
    rows: object = None


def quoted(name):
    """Returns the column of a name, which may hold dots."""
    return f.col("`" + name.replace("`", "``") + "`")


def judged(passed, value, metrics, rows=None):
    """Returns the outcome of a value that was measured."""
    reason = None if passed else f"Value: {value} does not meet the constraint requirement!"
    return Outcome(passed, reason, metrics, rows)


def holds(test, value):
    """Tells whether a value meets a condition; what was not measured meets none."""
    if value is None:
        return False
    if test.operator == "between":
        result = test.operands[0] < value < test.operands[1]
    elif test.operator == "in":
        result = value in test.operands
    elif test.operator == "matches":
        raise DqdlError("'matches' is a condition of ColumnValues alone")
    else:
        other = test.operands[0]
        result = {
            ">": value > other,
            "<": value < other,
            ">=": value >= other,
            "<=": value <= other,
            "=": value == other,
            "!=": value != other,
        }[test.operator]
    return result is not test.negated


def holds_of(test, column):
    """Returns the condition on a column's values as a column. A null passes none but ``= NULL``."""
    operands = test.operands
    if test.operator == "between":
        condition = (column > operands[0]) & (column < operands[1])
    elif test.operator == "in":
        condition = column.isin(*[each for each in operands if each is not None])
        condition = condition | column.isNull() if None in operands else condition
    elif test.operator == "matches":
        condition = column.cast("string").rlike(f"^(?:{operands[0]})$")
    elif operands[0] is None:
        condition = column.isNull() if test.operator == "=" else column.isNotNull()
    else:
        condition = {
            ">": column > operands[0],
            "<": column < operands[0],
            ">=": column >= operands[0],
            "<=": column <= operands[0],
            "=": column == operands[0],
            "!=": column != operands[0],
        }[test.operator]
    return f.coalesce(~condition if test.negated else condition, f.lit(False))
