"""Transforms of a frame's records as a whole."""

from awsglue import _jvm


class FrameRows:
    """What a frame does with its records as a whole."""

    def split_rows(
        self, comparison_dict, name1, name2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns two frames: the records for which all comparisons hold, and the rest."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        comparisons = _jvm.java_map(self._session, comparison_dict)
        return self._collection(self._transforms.SplitRows.apply(self._jdf, comparisons, name1, name2, stage))

    def join(
        self, paths1, paths2, frame2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the inner join on equal keys."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.Join.apply(self._jdf, self._list(paths1), frame2._jdf, self._list(paths2), stage)
        )

    def union(self, other_frame, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the records of both frames."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Union.apply(self._jdf, other_frame._jdf, stage))

    def mergeDynamicFrame(
        self,
        stage_dynamic_frame,
        primary_keys,
        transformation_ctx="",
        options={},
        info="",
        stageThreshold=0,
        totalThreshold=0,
    ):
        """Returns the staged records, and those of this frame whose key is not among them."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.MergeFrames.apply(self._jdf, stage_dynamic_frame._jdf, self._list(primary_keys), stage)
        )

    def repartition(self, num_partitions, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame in so many partitions."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Partitions.repartition(self._jdf, int(num_partitions), stage))

    def coalesce(
        self, num_partitions, shuffle=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the frame in fewer partitions."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Partitions.coalesce(self._jdf, int(num_partitions), bool(shuffle), stage))

    def spigot(self, path, options={}, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Writes a sample of the records as JSON and returns the frame."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.Spigot.apply(self._jdf, path, _jvm.java_map(self._session, options or {}), stage)
        )
