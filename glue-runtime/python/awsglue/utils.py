"""The arguments of a job, and what scripts expect beside them."""

import argparse
import json
import sys
import traceback

from awsglue._jvm import callsite as _callsite
from awsglue.job import Job  # Scripts have it from here too.

_BOOKMARKS = ("job-bookmark-enable", "job-bookmark-disable", "job-bookmark-pause")
_CONTINUATIONS = {
    "continuation-enabled": "job-bookmark-enable",
    "continuation-readonly": "job-bookmark-pause",
    "continuation-ignore": "job-bookmark-disable",
}
_RESERVED = (
    "job-bookmark-option",
    "continuation-option",
    "job-bookmark-from",
    "job-bookmark-to",
    "encryption-type",
    "enable-data-lineage",
)
_FOLDERS = ("TempDir", "RedshiftTempDir")

# What was resolved last: Relationalize asks for the TempDir.
resolved = {}


class GlueArgumentError(Exception):
    """The arguments of a job are not what its script wants."""


class GlueArgumentParser(argparse.ArgumentParser):
    """A parser that raises where others exit."""

    def error(self, message):
        raise GlueArgumentError(message)


def getResolvedOptions(args, options):
    """Returns the values of a job's arguments by their names; dashes in names are underscores here."""
    reserved = [option for option in options if option in _RESERVED]
    if reserved:
        raise RuntimeError(f"Using reserved arguments {','.join(reserved)}")
    parser = GlueArgumentParser()
    parser.add_argument("--job-bookmark-option", choices=_BOOKMARKS, default=None)
    parser.add_argument("--continuation-option", choices=tuple(_CONTINUATIONS), default=None)
    for name in ("job-bookmark-from", "job-bookmark-to", "JOB_ID", "JOB_RUN_ID", "SECURITY_CONFIGURATION"):
        parser.add_argument("--" + name, default=None)
    for name in ("encryption-type", "enable-data-lineage", *_FOLDERS):
        parser.add_argument("--" + name, default=None)
    for option in options:
        if option not in _FOLDERS:
            parser.add_argument("--" + option, required=True)
    parsed, _ = parser.parse_known_args(args[1:])
    values = vars(parsed)
    continuation = values.pop("continuation_option")
    if values["job_bookmark_option"] is None:
        values["job_bookmark_option"] = _CONTINUATIONS.get(continuation, "job-bookmark-disable")
    if values["TempDir"] is not None:
        values["RedshiftTempDir"] = values["TempDir"]
    _check_bookmark_range(values)
    resolved.clear()
    resolved.update(values)
    return values


def _check_bookmark_range(values):
    begin, end = values["job_bookmark_from"], values["job_bookmark_to"]
    if values["job_bookmark_option"] == "job-bookmark-pause":
        if begin is not None and end is None:
            raise RuntimeError("Missing option or value for --job-bookmark-to")
        if end is not None and begin is None:
            raise RuntimeError("Missing option or value for --job-bookmark-from")
    elif begin is not None and end is not None:
        raise RuntimeError("Invalid option(s)--job-bookmark-from --job-bookmark-to")


def callsite():
    """Returns the place in the script from which this is called."""
    return _callsite()


def makeOptions(sc, py_obj):
    """Returns a dict as a map of the JVM's."""
    result = sc._jvm.java.util.LinkedHashMap()
    for key, value in py_obj.items():
        result.put(key, makeOptions(sc, value) if isinstance(value, dict) else value)
    return result


def iterkeys(d):
    """Returns an iterator over the keys of a dict."""
    return iter(d.keys())


def itervalues(d):
    """Returns an iterator over the values of a dict."""
    return iter(d.values())


def iteritems(d):
    """Returns an iterator over the items of a dict."""
    return iter(d.items())
