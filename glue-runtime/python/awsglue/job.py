"""The work of a job, from its beginning to its commit."""

from awsglue import _jvm

__all__ = ["Job"]


class Job:
    """A job: between ``init`` and ``commit`` its sources heed the bookmark."""

    def __init__(self, glue_context):
        session = _jvm.session_of(glue_context)
        self._session = session
        self._job = _jvm.classes(session).job.GlueJob(_jvm.context(glue_context))

    def init(self, job_name, args={}):
        """Begins the work. The arguments are those of ``getResolvedOptions``; they say whether bookmarks are on."""
        given = {str(name): str(value) for name, value in args.items() if value is not None}
        self._job.init(str(job_name), _jvm.java_map(self._session, given))

    def isInitialized(self):
        """Tells whether the work has begun."""
        return self._job.isInitialized()

    def commit(self):
        """Ends the work: what the sources have read is remembered."""
        self._job.commit()
