"""The evaluation of rules: what each type of rule measures of a DataFrame, and which rows pass it."""

import re
from datetime import timedelta

from pyspark.sql import Window
from pyspark.sql import functions as f

from awsgluedq._dqdl import Composite, DqdlError
from awsgluedq._measures import Outcome, holds, holds_of, judged, quoted


class Evaluation:
    """The evaluation of rules on one DataFrame, beside others that have names."""

    def __init__(self, data, others={}):
        self.data = data
        self.others = others

    def of(self, rule):
        """Returns the outcome of a rule."""
        if isinstance(rule, Composite):
            return self._composite(rule)
        evaluate = getattr(self, "_" + rule.kind.lower(), None) if rule.kind in KINDS else None
        if evaluate is None:
            raise NotImplementedError(
                f"Rules of the type {rule.kind} are not evaluated here; these are: {', '.join(sorted(KINDS))}"
            )
        if rule.threshold is not None and rule.kind not in ("ColumnValues", "ColumnLength", "ColumnDataType"):
            raise DqdlError(f"{rule.kind} takes no threshold")
        data = self.data if rule.where is None else self.data.where(rule.where)
        missing = [name for name in rule.parameters if name not in data.columns]
        if missing and rule.kind not in _WITHOUT_COLUMNS:
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
        return name, quoted(name)

    @staticmethod
    def _needed(rule):
        if rule.test is None:
            raise DqdlError(f"{rule.kind} takes a condition, for example '> 0': {rule.text}")
        return rule.test

    def _measured(self, rule, metric, value):
        return judged(holds(self._needed(rule), value), value, {} if value is None else {metric: value})

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
        return judged(share == 1.0, share, {f"Column.{name}.Completeness": share}, column.isNotNull())

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
        return judged(share == 1.0, share, {f"Column.{name}.Uniqueness": share}, rows)

    def _uniqueness(self, rule, data):
        name, column = self._column(rule)
        return self._measured(rule, f"Column.{name}.Uniqueness", self._uniqueness_of(data, column))

    def _isprimarykey(self, rule, data):
        names = rule.parameters
        if not names:
            raise DqdlError(f"IsPrimaryKey takes columns in quotes: {rule.text}")
        columns = [quoted(name) for name in names]
        share = self._uniqueness_of(data, *columns)
        rows = self._alone(*columns)
        for column in columns:
            rows = rows & column.isNotNull()
        metrics = {f"Column.{name}.Completeness": self._share(data, c.isNotNull()) for name, c in zip(names, columns)}
        prefix = "Column" if len(names) == 1 else "Multicolumn"
        metrics[f"{prefix}.{','.join(names)}.Uniqueness"] = share
        return judged(share == 1.0, share, metrics, rows)

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
        passed = share == 1.0 if rule.threshold is None else holds(rule.threshold, share)
        return judged(passed, share, metrics, condition)

    def _columnvalues(self, rule, data):
        name, column = self._column(rule)
        test = self._needed(rule)
        extremes = {}
        if test.operator not in ("in", "matches") and isinstance(test.operands[0], (int, float)):
            low, high = data.agg(f.min(column), f.max(column)).first()
            extremes = {f"Column.{name}.Minimum": low, f"Column.{name}.Maximum": high}
        return self._of_rows(
            rule, data, f"Column.{name}.ColumnValues.Compliance", holds_of(test, column), extremes
        )

    def _columnlength(self, rule, data):
        name, column = self._column(rule)
        length = f.length(column.cast("string"))
        low, high = data.agg(f.min(length), f.max(length)).first()
        extremes = {f"Column.{name}.MinimumLength": low, f"Column.{name}.MaximumLength": high}
        condition = holds_of(self._needed(rule), length)
        return self._of_rows(rule, data, f"Column.{name}.LengthCompliance", condition, extremes)

    def _columndatatype(self, rule, data):
        name, column = self._column(rule)
        test = self._needed(rule)
        kind = _TYPES.get(str(test.operands[0]).lower())
        if test.operator != "=" or kind is None:
            raise DqdlError(f"ColumnDataType takes = and one of {', '.join(sorted(_TYPES))}: {rule.text}")
        condition = column.cast("string").cast(kind).isNotNull()
        condition = ~condition if test.negated else condition
        return self._of_rows(rule, data, f"Column.{name}.ColumnDataType.Compliance", condition, {})

    def _datafreshness(self, rule, data):
        name, column = self._column(rule)
        test = self._needed(rule)
        if not all(isinstance(operand, timedelta) for operand in test.operands):
            raise DqdlError(f"DataFreshness takes minutes, hours or days, for example '<= 24 hours': {rule.text}")
        limits = tuple(operand.total_seconds() for operand in test.operands)
        age = f.unix_timestamp(f.current_timestamp()) - f.unix_timestamp(column.cast("timestamp"))
        condition = holds_of(type(test)(test.operator, limits, test.negated), age)
        share = self._share(data, condition)
        reason = None if share == 1.0 else f"{share * 100:.2f} % of rows passed the threshold"
        return Outcome(share == 1.0, reason, {f"Column.{name}.DataFreshness.Compliance": share}, condition)

    def _other(self, alias, rule):
        if alias not in self.others:
            there = ", ".join(sorted(self.others)) or "none"
            raise DqdlError(f"There is no additional data source {alias}: {rule.text}. There are: {there}")
        return self.others[alias]

    @staticmethod
    def _keys(data, names):
        return data.select(*[quoted(name).alias(f"_{i}") for i, name in enumerate(names)])

    def _referentialintegrity(self, rule, data):
        if len(rule.parameters) != 2 or "." not in rule.parameters[1]:
            raise DqdlError(f'ReferentialIntegrity takes columns of both sources, "a" "other.b": {rule.text}')
        alias, named = rule.parameters[1].split(".", 1)
        ours, theirs = (
            [name.strip() for name in names.strip("{}").split(",")] for names in (rule.parameters[0], named)
        )
        if len(ours) != len(theirs):
            raise DqdlError(f"ReferentialIntegrity takes as many columns of one source as of the other: {rule.text}")
        missing = [name for name in ours if name not in data.columns]
        if missing:
            return Outcome(False, f"Column {missing[0]} does not exist")
        keys = self._keys(self._other(alias, rule), theirs)
        of_rows = self._keys(data, ours)
        rows = of_rows.count()
        found = of_rows.join(keys, keys.columns, "left_semi").count()
        return self._measured(rule, f"Column.{alias}.ReferentialIntegrity", found / rows if rows else 1.0)

    def _rowcountmatch(self, rule, data):
        if len(rule.parameters) != 1:
            raise DqdlError(f"RowCountMatch takes the name of another source in quotes: {rule.text}")
        alias = rule.parameters[0]
        others = self._other(alias, rule).count()
        return self._measured(rule, f"Dataset.{alias}.RowCountMatch", data.count() / others if others else None)

    def _columnnamesmatchpattern(self, rule, data):
        if len(rule.parameters) != 1:
            raise DqdlError(f"ColumnNamesMatchPattern takes a regular expression in quotes: {rule.text}")
        matching = [name for name in data.columns if re.fullmatch(rule.parameters[0], name)]
        share = len(matching) / len(data.columns)
        return judged(share == 1.0, share, {"Dataset.*.ColumnNamesPatternMatchRatio": share})

    def _entropy(self, rule, data):
        name, column = self._column(rule)
        groups = data.where(column.isNotNull()).groupBy(column).count()
        groups = groups.withColumn("share", f.col("count") / f.sum("count").over(Window.partitionBy()))
        share = f.col("share")
        return self._measured(rule, f"Column.{name}.Entropy", groups.agg(f.sum(-share * f.log(share))).first()[0])

    def _columncorrelation(self, rule, data):
        if len(rule.parameters) != 2:
            raise DqdlError(f"ColumnCorrelation takes two columns in quotes: {rule.text}")
        value = data.agg(f.corr(*[quoted(name) for name in rule.parameters])).first()[0]
        return self._measured(rule, f"Multicolumn.{','.join(rule.parameters)}.ColumnCorrelation", value)

    def _customsql(self, rule, data):
        if len(rule.parameters) != 1:
            raise DqdlError(f"CustomSql takes a statement in quotes: {rule.text}")
        for alias, other in self.others.items():
            other.createOrReplaceTempView(alias)
        data.createOrReplaceTempView("primary")
        value = data.sparkSession.sql(rule.parameters[0]).first()[0]
        return self._measured(rule, "Dataset.*.CustomSQL", float(value))


KINDS = frozenset(
    "RowCount ColumnCount ColumnExists IsComplete Completeness IsUnique Uniqueness IsPrimaryKey UniqueValueRatio "
    "DistinctValuesCount Sum Mean StandardDeviation ColumnValues ColumnLength CustomSql ColumnDataType DataFreshness "
    "ReferentialIntegrity RowCountMatch ColumnNamesMatchPattern Entropy ColumnCorrelation".split()
)
_WITHOUT_COLUMNS = ("ColumnExists", "CustomSql", "ReferentialIntegrity", "RowCountMatch", "ColumnNamesMatchPattern")
# The types of ColumnDataType, and Spark's.
_TYPES = {
    "boolean": "boolean",
    "date": "date",
    "timestamp": "timestamp",
    "integer": "int",
    "long": "bigint",
    "float": "float",
    "double": "double",
}
