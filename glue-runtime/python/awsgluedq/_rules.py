"""The evaluation of rules: what each type of rule measures of a DataFrame, and which rows pass it."""

from dataclasses import dataclass, field

from pyspark.sql import Window
from pyspark.sql import functions as f

from awsgluedq._dqdl import Composite, DqdlError


@dataclass(frozen=True)
class Outcome:
    """What a rule came to: whether it passed, why not, its metrics, and the condition on rows if it has one."""

    passed: bool
    reason: str | None = None
    metrics: dict = field(default_factory=dict)
    rows: object = None


def _quoted(name):
    """Returns the column of a name, which may hold dots."""
    return f.col("`" + name.replace("`", "``") + "`")


def _judged(passed, value, metrics, rows=None):
    reason = None if passed else f"Value: {value} does not meet the constraint requirement!"
    return Outcome(passed, reason, metrics, rows)


def _holds(test, value):
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


def _holds_of(test, column):
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


class Evaluation:
    """The evaluation of rules on one DataFrame."""

    def __init__(self, data):
        self.data = data

    def of(self, rule):
        """Returns the outcome of a rule."""
        if isinstance(rule, Composite):
            return self._composite(rule)
        evaluate = getattr(self, "_" + rule.kind.lower(), None) if rule.kind in KINDS else None
        if evaluate is None:
            raise NotImplementedError(
                f"Rules of the type {rule.kind} are not evaluated here; these are: {', '.join(sorted(KINDS))}"
            )
        if rule.threshold is not None and rule.kind not in ("ColumnValues", "ColumnLength"):
            raise DqdlError(f"{rule.kind} takes no threshold")
        data = self.data if rule.where is None else self.data.where(rule.where)
        missing = [name for name in rule.parameters if name not in data.columns]
        if missing and rule.kind not in ("ColumnExists", "CustomSql"):
            return Outcome(False, f"Column {missing[0]} does not exist")
        outcome = evaluate(rule, data)
        if rule.where is None or outcome.rows is None:
            return outcome
        rows = f.when(f.expr(rule.where), outcome.rows)
        return Outcome(outcome.passed, outcome.reason, outcome.metrics, rows)

    def _composite(self, rule):
        outcomes = [self.of(each) for each in rule.rules]
        passed = (all if rule.operator == "and" else any)(each.passed for each in outcomes)
        reasons = [each.reason for each in outcomes if each.reason]
        metrics = {name: value for each in outcomes for name, value in each.metrics.items()}
        return Outcome(passed, None if passed else "; ".join(reasons), metrics)

    @staticmethod
    def _column(rule):
        if len(rule.parameters) != 1:
            raise DqdlError(f"{rule.kind} takes one column in quotes: {rule.text}")
        name = rule.parameters[0]
        return name, _quoted(name)

    @staticmethod
    def _needed(rule):
        if rule.test is None:
            raise DqdlError(f"{rule.kind} takes a condition, for example '> 0': {rule.text}")
        return rule.test

    def _measured(self, rule, metric, value):
        return _judged(_holds(self._needed(rule), value), value, {} if value is None else {metric: value})

    def _rowcount(self, rule, data):
        return self._measured(rule, "Dataset.*.RowCount", float(data.count()))

    def _columncount(self, rule, data):
        return self._measured(rule, "Dataset.*.ColumnCount", float(len(data.columns)))

    def _columnexists(self, rule, data):
        name, _ = self._column(rule)
        there = name in data.columns
        return Outcome(there, None if there else f"Column {name} does not exist")

    def _share(self, data, condition):
        rows, good = data.agg(f.count(f.lit(1)), f.count(f.when(condition, 1))).first()
        return 1.0 if rows == 0 else good / rows

    def _iscomplete(self, rule, data):
        name, column = self._column(rule)
        share = self._share(data, column.isNotNull())
        return _judged(share == 1.0, share, {f"Column.{name}.Completeness": share}, column.isNotNull())

    def _completeness(self, rule, data):
        name, column = self._column(rule)
        return self._measured(rule, f"Column.{name}.Completeness", self._share(data, column.isNotNull()))

    @staticmethod
    def _occurrences(data, *columns):
        """Returns how many rows there are, how many different values, and how many values that occur once."""
        groups = data.where(~f.greatest(*[c.isNull() for c in columns], f.lit(False))).groupBy(*columns).count()
        distinct, once = groups.agg(f.count(f.lit(1)), f.count(f.when(f.col("count") == 1, 1))).first()
        return data.count(), distinct, once

    @staticmethod
    def _alone(*columns):
        return f.count(f.lit(1)).over(Window.partitionBy(*columns)) == 1

    def _uniqueness_of(self, data, *columns):
        rows, _, once = self._occurrences(data, *columns)
        return 1.0 if rows == 0 else once / rows

    def _isunique(self, rule, data):
        name, column = self._column(rule)
        share = self._uniqueness_of(data, column)
        rows = column.isNotNull() & self._alone(column)
        return _judged(share == 1.0, share, {f"Column.{name}.Uniqueness": share}, rows)

    def _uniqueness(self, rule, data):
        name, column = self._column(rule)
        return self._measured(rule, f"Column.{name}.Uniqueness", self._uniqueness_of(data, column))

    def _isprimarykey(self, rule, data):
        names = rule.parameters
        if not names:
            raise DqdlError(f"IsPrimaryKey takes columns in quotes: {rule.text}")
        columns = [_quoted(name) for name in names]
        share = self._uniqueness_of(data, *columns)
        rows = self._alone(*columns)
        for column in columns:
            rows = rows & column.isNotNull()
        metrics = {f"Column.{name}.Completeness": self._share(data, c.isNotNull()) for name, c in zip(names, columns)}
        prefix = "Column" if len(names) == 1 else "Multicolumn"
        metrics[f"{prefix}.{','.join(names)}.Uniqueness"] = share
        return _judged(share == 1.0, share, metrics, rows)

    def _uniquevalueratio(self, rule, data):
        name, column = self._column(rule)
        _, distinct, once = self._occurrences(data, column)
        return self._measured(rule, f"Column.{name}.UniqueValueRatio", once / distinct if distinct else None)

    def _distinctvaluescount(self, rule, data):
        name, column = self._column(rule)
        return self._measured(
            rule, f"Column.{name}.DistinctValuesCount", float(self._occurrences(data, column)[1])
        )

    def _aggregated(self, rule, data, metric, function):
        name, column = self._column(rule)
        value = data.agg(function(column)).first()[0]
        return self._measured(rule, f"Column.{name}.{metric}", None if value is None else float(value))

    def _sum(self, rule, data):
        return self._aggregated(rule, data, "Sum", f.sum)

    def _mean(self, rule, data):
        return self._aggregated(rule, data, "Mean", f.avg)

    def _standarddeviation(self, rule, data):
        return self._aggregated(rule, data, "StandardDeviation", f.stddev_pop)

    def _of_rows(self, rule, data, metric, condition, extremes):
        share = self._share(data, condition)
        metrics = {key: float(value) for key, value in extremes.items() if value is not None}
        if rule.threshold is not None or not metrics:
            metrics[metric] = share
        passed = share == 1.0 if rule.threshold is None else _holds(rule.threshold, share)
        return _judged(passed, share, metrics, condition)

    def _columnvalues(self, rule, data):
        name, column = self._column(rule)
        test = self._needed(rule)
        extremes = {}
        if test.operator not in ("in", "matches") and not isinstance(test.operands[0], (str, type(None))):
            low, high = data.agg(f.min(column), f.max(column)).first()
            extremes = {f"Column.{name}.Minimum": low, f"Column.{name}.Maximum": high}
        return self._of_rows(
            rule, data, f"Column.{name}.ColumnValues.Compliance", _holds_of(test, column), extremes
        )

    def _columnlength(self, rule, data):
        name, column = self._column(rule)
        length = f.length(column.cast("string"))
        low, high = data.agg(f.min(length), f.max(length)).first()
        extremes = {f"Column.{name}.MinimumLength": low, f"Column.{name}.MaximumLength": high}
        condition = _holds_of(self._needed(rule), length)
        return self._of_rows(rule, data, f"Column.{name}.LengthCompliance", condition, extremes)

    def _customsql(self, rule, data):
        if len(rule.parameters) != 1:
            raise DqdlError(f"CustomSql takes a statement in quotes: {rule.text}")
        data.createOrReplaceTempView("primary")
        value = data.sparkSession.sql(rule.parameters[0]).first()[0]
        return self._measured(rule, "Dataset.*.CustomSQL", float(value))


KINDS = frozenset(
    "RowCount ColumnCount ColumnExists IsComplete Completeness IsUnique Uniqueness IsPrimaryKey UniqueValueRatio "
    "DistinctValuesCount Sum Mean StandardDeviation ColumnValues ColumnLength CustomSql".split()
)
