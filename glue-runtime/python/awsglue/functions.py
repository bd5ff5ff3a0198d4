"""Functions of columns."""

from pyspark.sql import functions as _functions

__all__ = ["explodeWithIndex", "namedStruct", "replaceArrayElement"]


def namedStruct(*names_and_columns):
    """Returns a struct column of names and columns in turn."""
    pairs = zip(names_and_columns[::2], names_and_columns[1::2])
    return _functions.struct(*(_functions.col(c).alias(n) if isinstance(c, str) else c.alias(n) for n, c in pairs))


def explodeWithIndex(column):
    """Returns a row for each element of an array column: a struct of ``index``, from 0, and ``val``."""
    return _functions.explode(
        _functions.transform(column, lambda val, index: _functions.struct(index.alias("index"), val.alias("val")))
    )


def replaceArrayElement(column, index, value):
    """Returns the array column with the element at an index, counted from 0, replaced."""
    new = value if hasattr(value, "_jc") else _functions.lit(value)
    return _functions.transform(column, lambda old, at: _functions.when(at == index, new).otherwise(old))
