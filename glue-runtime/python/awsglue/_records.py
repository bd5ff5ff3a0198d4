"""Records in the workers of PySpark: from the JVM's pickles to the user's functions, and back.

An item is ``(RECORD, fields, types)`` or ``(PASSED, bytes)`` when it comes, and ``(RECORD, names, values, types)``,
``(PASSED, bytes)`` or ``(FAILED, message, stack trace, names, values, types)`` when it goes.
"""

import datetime
import decimal
import traceback

RECORD, PASSED, FAILED = 0, 1, 2
_PLAIN = frozenset((str, int, float, bool, type(None), decimal.Decimal, bytes, bytearray))
_DROPPING = (KeyError, ValueError, TypeError)


class DynamicRecord(dict):
    """A record: a dict whose fields are attributes too."""

    def __getattr__(self, name):
        try:
            value = self[name]
        except KeyError:
            raise AttributeError(name) from None
        if type(value) is dict:
            value = self[name] = DynamicRecord(value)
        return value

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        try:
            del self[name]
        except KeyError:
            raise AttributeError(name) from None


def _value(value):
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, dict):
        return ("s", *_fields(value))
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_value(each) for each in value]
    if isinstance(value, datetime.datetime):
        local = value.astimezone().replace(tzinfo=None) if value.tzinfo else value
        return ("t", local.strftime("%Y-%m-%d %H:%M:%S.%f"))
    if isinstance(value, datetime.date):
        return ("d", value.isoformat())
    if hasattr(value, "asDict"):
        return ("s", *_fields(value.asDict()))
    if hasattr(value, "item"):
        return _value(value.item())
    raise TypeError(f"No value of a record: {value!r} is a {type(value).__name__}")


def _fields(record):
    return (
        [str(name) for name in record],
        [value if value.__class__ in _PLAIN else _value(value) for value in record.values()],
    )


def _packed(record, types):
    if hasattr(record, "asDict"):
        record = record.asDict()
    if not isinstance(record, dict):
        raise TypeError(f"A function of records returns a record, not {record!r}")
    return (RECORD, *_fields(record), types)


def _failed(message, stack_trace, item):
    return (FAILED, message, stack_trace, *_fields(item[1]), item[2])


def _raised(error, item):
    return _failed(f"{type(error).__name__}: {error}", traceback.format_exc(), item)


def mapped(function):
    """Returns the function of a partition that maps each record, and makes an error of a failure."""

    def run(items):
        for item in items:
            if item[0] != RECORD:
                yield item
                continue
            try:
                result = function(DynamicRecord(item[1]))
                if result:
                    yield _packed(result, item[2])
                    continue
                failure = _failed("User-specified function returned None instead of DynamicRecord", "", item)
            except Exception as error:  # Whatever a user's function raises is an error record.
                failure = _raised(error, item)
            yield failure

    return run


def filtered(predicate):
    """Returns the function of a partition that keeps the records for which a predicate holds."""

    def run(items):
        for item in items:
            if item[0] != RECORD:
                yield item
                continue
            try:
                if predicate(DynamicRecord(item[1])):
                    yield _packed(item[1], item[2])
            except _DROPPING:
                continue
            except Exception as error:  # Whatever else a user's function raises is an error record.
                yield _raised(error, item)

    return run


def partitioned(function):
    """Returns the function of a partition, by its number, that hands all its records to the user's function at once."""

    def run(index, items):
        passed = []

        def records():
            for item in items:
                if item[0] == RECORD:
                    yield DynamicRecord(item[1])
                else:
                    passed.append(item)

        for result in function(index, records()):
            yield _packed(result, "")
        yield from passed

    return run
