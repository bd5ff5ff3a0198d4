package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Attachments;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** The managed policies of a user, a group or a role. */
record AttachedPolicies(Holder holder, ManagedPolicies managed) {
    private static final int MOST = 10;

    void attach(String text) {
        PolicyArn arn = PolicyArn.of(text);
        holder.change((transaction, entity) -> {
            requireAttachable(transaction, arn);
            Attachments attachments = new Attachments(transaction);
            attachments.attach(entity, arn.text());
            if (attachments.of(entity).size() > MOST) {
                throw Failures.quota(quota(), MOST);
            }
            return entity;
        });
    }

    private void requireAttachable(Handle transaction, PolicyArn arn) {
        Optional<ManagedPolicy> ofAws = managed.find(arn.text());
        if (ofAws.filter(ManagedPolicy::isOfServices).isPresent()) {
            throw Failures.notAttachable("Cannot attach a Service Role Policy to a Customer Role.");
        }
        if (ofAws.isPresent()) {
            return;
        }
        if (arn.find(transaction, holder.scope()).isEmpty()) {
            throw Failures.missing("Policy " + arn.text() + " does not exist or is not attachable.");
        }
        // Whoever deletes it meanwhile waits, and finds it attached.
        arn.lock(transaction, holder.scope());
    }

    private String quota() {
        return switch (holder.kind()) {
            case USER -> "PoliciesPerUser";
            case GROUP -> "PoliciesPerGroup";
            case ROLE, POLICY, PROFILE, OIDC, SAML -> "PoliciesPerRole";
        };
    }

    void detach(String text) {
        PolicyArn arn = PolicyArn.of(text);
        holder.change((transaction, entity) -> {
            if (!new Attachments(transaction).detach(entity, arn.text())) {
                throw Failures.noPolicy(arn.text());
            }
            return entity;
        });
    }

    /** Returns a page of the policies, of those below a path where one is given. */
    Listing<AttachedPolicy> list(Optional<String> path, String marker, Integer most) {
        List<AttachedPolicy> all = holder.read((handle, entity) -> new Attachments(handle)
                .of(entity).stream()
                        .map(PolicyArn::of)
                        .filter(arn -> arn.path().startsWith(path.orElse("/")))
                        .map(AttachedPolicies::shape)
                        .toList());
        return Listing.of(all, AttachedPolicy::policyArn, marker, most);
    }

    static AttachedPolicy shape(PolicyArn arn) {
        return AttachedPolicy.builder()
                .policyArn(arn.text())
                .policyName(arn.name())
                .build();
    }
}
