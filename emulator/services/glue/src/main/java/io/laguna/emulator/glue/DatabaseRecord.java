package io.laguna.emulator.glue;

import io.trino.hive.thrift.metastore.Database;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.DatabaseInput;

/**
 * A database as it is now.
 *
 * @param revision empty when Glue never wrote it
 */
record DatabaseRecord(Database hive, DatabaseInput definition, Optional<Revision> revision) {}
