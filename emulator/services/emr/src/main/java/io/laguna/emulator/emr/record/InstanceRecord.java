package io.laguna.emulator.emr.record;

import io.laguna.emulator.emr.request.Ids;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance as it was asked for. The one that there is, is this machine.
 *
 * @param ended when a resize ended it; empty as long as it lives with its cluster
 */
public record InstanceRecord(
        String id,
        String ec2Id,
        String collection,
        String market,
        String instanceType,
        Instant created,
        Optional<Instant> ended) {
    public static InstanceRecord of(String collection, String market, String instanceType, Instant created) {
        return new InstanceRecord(
                Ids.instance(), Ids.ec2Instance(), collection, market, instanceType, created, Optional.empty());
    }
}
