package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;

/**
 * Which statements a list is to have. An empty text stands for all.
 *
 * @param name what the statement's name begins with
 * @param status a state, or {@code ALL}
 */
record StatementFilter(Caller owner, String name, String status, String database, String cluster, String workgroup) {}
