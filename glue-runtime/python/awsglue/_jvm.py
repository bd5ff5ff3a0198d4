"""The JVM's side of frames: its classes, and the way of arguments to them."""

import os
import sys

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def classes(session):
    """Returns the package of the JVM's classes."""
    return session.sparkContext._jvm.io.laguna.glue


def context(glue_ctx):
    """Returns the JVM's context for a GlueContext, a SparkSession or whatever has one as ``spark_session``."""
    known = getattr(glue_ctx, "_jglue", None)
    if known is not None:
        return known
    session = session_of(glue_ctx)
    return classes(session).context.GlueContext(session._jsparkSession)


def session_of(glue_ctx):
    """Returns the SparkSession of a context."""
    return getattr(glue_ctx, "spark_session", None) or getattr(glue_ctx, "sparkSession", None) or glue_ctx


def callsite():
    """Returns the place in the user's script from which this package was called."""
    frame = sys._getframe(1)
    while frame is not None and os.path.dirname(os.path.abspath(frame.f_code.co_filename)) == _PACKAGE:
        frame = frame.f_back
    if frame is None:
        return "Not provided"
    return f'File "{frame.f_code.co_filename}", line {frame.f_lineno}, in {frame.f_code.co_name}'


def stage(session, transformation_ctx, info, stage_threshold, total_threshold):
    """Returns the JVM's description of a step."""
    return classes(session).frame.Stage(
        transformation_ctx or "", callsite(), info or "", int(stage_threshold), int(total_threshold)
    )


def java_list(session, values):
    """Returns a list of the JVM's."""
    result = session.sparkContext._jvm.java.util.ArrayList()
    for value in values:
        result.add(value)
    return result


def java_map(session, values):
    """Returns a map of the JVM's that keeps the order."""
    result = session.sparkContext._jvm.java.util.LinkedHashMap()
    for key, value in values.items():
        result.put(key, java_map(session, value) if isinstance(value, dict) else value)
    return result


def texts(value):
    """Returns a list of texts: nearly everywhere a single text may stand for a list of one."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)
