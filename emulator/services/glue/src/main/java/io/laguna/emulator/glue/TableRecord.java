package io.laguna.emulator.glue;

import io.trino.hive.thrift.metastore.Table;
import java.util.UUID;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table as it is now: the metastore's table, and the revision that is its definition. */
record TableRecord(Table hive, TableInput definition, Revision revision) {
    UUID entity() {
        return revision.entity();
    }

    /** Returns the VersionId, which is the number of the version as a string. */
    String versionId() {
        return Long.toString(revision.version());
    }
}
