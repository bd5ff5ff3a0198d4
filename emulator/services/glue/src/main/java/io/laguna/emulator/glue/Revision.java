package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Pointer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A definition of an entity, which is one of its versions.
 *
 * @param version counts from 0 per entity
 * @param pointer the pointer that the metastore's object holds while this is its definition
 * @param given as Glue's clients see it, in JSON
 * @param seen the metastore's view of it right after it was written, in JSON; empty until it was read back
 * @param replaces the version that is deleted when this one holds
 * @param hiveCreated when the metastore's table was created, in seconds; empty until it was read back
 * @param entityCreated when Glue came to know the entity
 */
record Revision(
        UUID entity,
        long version,
        Pointer pointer,
        String given,
        Optional<String> seen,
        OptionalLong replaces,
        Instant writtenAt,
        OptionalInt hiveCreated,
        Instant entityCreated) {}
