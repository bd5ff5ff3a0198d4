package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Versions;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.Policy;

/** Managed policies as IAM answers them, seen from an account. */
record PolicyShapes(Handle handle, Map<String, Long> attached, Map<String, Long> bounding) {
    /** Returns the shapes for an account; the uses of its policies are counted once. */
    static PolicyShapes of(Handle handle, String account) {
        Entities entities = new Entities(handle);
        return new PolicyShapes(handle, entities.attachments(account), entities.boundaries(account));
    }

    /** Returns one of the account's own. */
    Policy.Builder of(Entity policy) {
        return counted(policy.arn())
                .policyName(policy.name())
                .policyId(policy.uniqueId())
                .path(policy.path())
                .defaultVersionId(new Versions(handle).current(policy).id())
                .isAttachable(true)
                .createDate(policy.createdAt())
                .updateDate(policy.changedAt());
    }

    /** Returns one of AWS's. */
    Policy.Builder of(ManagedPolicy policy) {
        Optional<ManagedPolicy.Text> text = policy.text();
        return counted(policy.arn())
                .policyName(policy.name())
                .policyId(policy.uniqueId())
                .path(policy.path())
                .defaultVersionId(policy.version())
                .isAttachable(true)
                .createDate(text.map(ManagedPolicy.Text::createdAt).orElse(null))
                .updateDate(text.map(ManagedPolicy.Text::changedAt).orElse(null));
    }

    private Policy.Builder counted(String arn) {
        return Policy.builder()
                .arn(arn)
                .attachmentCount(attached.getOrDefault(arn, 0L).intValue())
                .permissionsBoundaryUsageCount(bounding.getOrDefault(arn, 0L).intValue());
    }
}
