package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

/**
 * A workgroup in the state.
 *
 * @param namespace the namespace that it serves
 */
record WorkgroupRecord(UUID id, Caller owner, UUID namespace, int port, Workgroup workgroup) {
    String name() {
        return workgroup.workgroupName();
    }

    WorkgroupStatus status() {
        return workgroup.status();
    }

    WorkgroupRecord with(UnaryOperator<Workgroup.Builder> change) {
        return new WorkgroupRecord(
                id, owner, namespace, port, change.apply(workgroup.toBuilder()).build());
    }

    WorkgroupRecord in(WorkgroupStatus status) {
        return with(workgroup -> workgroup.status(status));
    }

    WorkgroupRecord withPort(int other) {
        return new WorkgroupRecord(id, owner, namespace, other, workgroup);
    }
}
