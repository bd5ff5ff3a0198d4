package io.laguna.emulator.emr.record;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emr.model.AutoTerminationPolicy;
import software.amazon.awssdk.services.emr.model.ManagedScalingPolicy;

/** A cluster's policies in the state, over one connection to it. */
public final class PolicyRecords {
    private static final String MANAGED_SCALING = "MANAGED_SCALING";
    private static final String AUTO_TERMINATION = "AUTO_TERMINATION";

    private final Handle handle;
    private final String cluster;

    public PolicyRecords(Handle handle, String cluster) {
        this.handle = handle;
        this.cluster = cluster;
    }

    public Optional<ManagedScalingPolicy> managedScaling() {
        return find(MANAGED_SCALING).map(json -> ShapeJson.read(json, ManagedScalingPolicy.builder()));
    }

    public void put(ManagedScalingPolicy policy) {
        put(MANAGED_SCALING, ShapeJson.write(policy));
    }

    public void removeManagedScaling() {
        remove(MANAGED_SCALING);
    }

    public Optional<AutoTerminationPolicy> autoTermination() {
        return find(AUTO_TERMINATION).map(json -> ShapeJson.read(json, AutoTerminationPolicy.builder()));
    }

    public void put(AutoTerminationPolicy policy) {
        put(AUTO_TERMINATION, ShapeJson.write(policy));
    }

    public void removeAutoTermination() {
        remove(AUTO_TERMINATION);
    }

    private Optional<String> find(String kind) {
        return handle.select("select policy from emr_policy where cluster = ? and kind = ?", cluster, kind)
                .mapTo(String.class)
                .findOne();
    }

    private void put(String kind, String policy) {
        handle.execute(
                "insert into emr_policy (cluster, kind, policy) values (?, ?, ?)"
                        + " on conflict (cluster, kind) do update set policy = excluded.policy",
                cluster,
                kind,
                policy);
    }

    private void remove(String kind) {
        handle.execute("delete from emr_policy where cluster = ? and kind = ?", cluster, kind);
    }
}
