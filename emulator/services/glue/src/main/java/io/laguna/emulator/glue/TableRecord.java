package io.laguna.emulator.glue;

import io.trino.hive.thrift.metastore.Table;
import java.util.UUID;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table as it is now: what the metastore holds, and the revision that this is. */
record TableRecord(Table hive, TableInput definition, Revision revision) {
    UUID entity() {
        return revision.entity();
    }

    /** VersionId: the number of the version, as a string. */
    String versionId() {
        return Long.toString(revision.version());
    }
}
