package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.UrlText;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/** The operations on the policies of roles: those that are part of one, and managed ones. */
public final class RolePolicies extends Room {
    private final Scope scope;
    private final ManagedPolicies managed;

    public RolePolicies(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    @Override
    public PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request) {
        Members.check(request, "RoleName", "PolicyName", "PolicyDocument");
        inline(request.roleName()).put(request.policyName(), request.policyDocument());
        return PutRolePolicyResponse.builder().build();
    }

    @Override
    public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
        Members.check(request, "RoleName", "PolicyName");
        return inline(request.roleName())
                .get(request.policyName(), (holder, document) -> GetRolePolicyResponse.builder()
                        .roleName(holder.name())
                        .policyName(request.policyName())
                        .policyDocument(UrlText.of(document))
                        .build());
    }

    @Override
    public DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request) {
        Members.check(request, "RoleName", "PolicyName");
        inline(request.roleName()).delete(request.policyName());
        return DeleteRolePolicyResponse.builder().build();
    }

    @Override
    public ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request) {
        Members.check(request, "RoleName");
        Listing<String> page = inline(request.roleName()).names(request.marker(), request.maxItems());
        return ListRolePoliciesResponse.builder()
                .policyNames(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public AttachRolePolicyResponse attachRolePolicy(AttachRolePolicyRequest request) {
        Members.check(request, "RoleName", "PolicyArn");
        attached(request.roleName()).attach(request.policyArn());
        return AttachRolePolicyResponse.builder().build();
    }

    @Override
    public DetachRolePolicyResponse detachRolePolicy(DetachRolePolicyRequest request) {
        Members.check(request, "RoleName", "PolicyArn");
        attached(request.roleName()).detach(request.policyArn());
        return DetachRolePolicyResponse.builder().build();
    }

    @Override
    public ListAttachedRolePoliciesResponse listAttachedRolePolicies(ListAttachedRolePoliciesRequest request) {
        Members.check(request, "RoleName");
        Listing<AttachedPolicy> page = attached(request.roleName())
                .list(Optional.ofNullable(request.pathPrefix()), request.marker(), request.maxItems());
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private InlinePolicies inline(String name) {
        return new InlinePolicies(new Holder(scope, Kind.ROLE, name));
    }

    private AttachedPolicies attached(String name) {
        return new AttachedPolicies(new Holder(scope, Kind.ROLE, name), managed);
    }
}
