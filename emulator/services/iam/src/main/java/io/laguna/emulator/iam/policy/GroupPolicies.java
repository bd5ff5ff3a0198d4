package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.UrlText;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;

/** The operations on the policies of groups: those that are part of one, and managed ones. */
public final class GroupPolicies extends Room {
    private final Scope scope;
    private final ManagedPolicies managed;

    public GroupPolicies(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    @Override
    public PutGroupPolicyResponse putGroupPolicy(PutGroupPolicyRequest request) {
        Members.check(request, "GroupName", "PolicyName", "PolicyDocument");
        inline(request.groupName()).put(request.policyName(), request.policyDocument());
        return PutGroupPolicyResponse.builder().build();
    }

    @Override
    public GetGroupPolicyResponse getGroupPolicy(GetGroupPolicyRequest request) {
        Members.check(request, "GroupName", "PolicyName");
        return inline(request.groupName())
                .get(request.policyName(), (holder, document) -> GetGroupPolicyResponse.builder()
                        .groupName(holder.name())
                        .policyName(request.policyName())
                        .policyDocument(UrlText.of(document))
                        .build());
    }

    @Override
    public DeleteGroupPolicyResponse deleteGroupPolicy(DeleteGroupPolicyRequest request) {
        Members.check(request, "GroupName", "PolicyName");
        inline(request.groupName()).delete(request.policyName());
        return DeleteGroupPolicyResponse.builder().build();
    }

    @Override
    public ListGroupPoliciesResponse listGroupPolicies(ListGroupPoliciesRequest request) {
        Members.check(request, "GroupName");
        Listing<String> page = inline(request.groupName()).names(request.marker(), request.maxItems());
        return ListGroupPoliciesResponse.builder()
                .policyNames(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public AttachGroupPolicyResponse attachGroupPolicy(AttachGroupPolicyRequest request) {
        Members.check(request, "GroupName", "PolicyArn");
        attached(request.groupName()).attach(request.policyArn());
        return AttachGroupPolicyResponse.builder().build();
    }

    @Override
    public DetachGroupPolicyResponse detachGroupPolicy(DetachGroupPolicyRequest request) {
        Members.check(request, "GroupName", "PolicyArn");
        attached(request.groupName()).detach(request.policyArn());
        return DetachGroupPolicyResponse.builder().build();
    }

    @Override
    public ListAttachedGroupPoliciesResponse listAttachedGroupPolicies(ListAttachedGroupPoliciesRequest request) {
        Members.check(request, "GroupName");
        Listing<AttachedPolicy> page = attached(request.groupName())
                .list(Optional.ofNullable(request.pathPrefix()), request.marker(), request.maxItems());
        return ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private InlinePolicies inline(String name) {
        return new InlinePolicies(new Holder(scope, Kind.GROUP, name));
    }

    private AttachedPolicies attached(String name) {
        return new AttachedPolicies(new Holder(scope, Kind.GROUP, name), managed);
    }
}
