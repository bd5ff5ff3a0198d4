package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.redshift.record.ClusterRecord;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.TagLists;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.Cluster;

/** Clusters as operations answer them. */
final class Answers {
    private Answers() {}

    /** Returns a cluster with its tags. */
    static Cluster of(Handle handle, ClusterRecord record) {
        return record.cluster().toBuilder()
                .tags(TagLists.of(new ResourceRecords(handle, record.owner()).tags(record.arn())))
                .build();
    }
}
