package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.document.UrlText;
import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/** The operations on the policies of users: those that are part of one, and managed ones. */
public final class UserPolicies extends Room {
    private final Scope scope;
    private final ManagedPolicies managed;

    public UserPolicies(Scope scope, ManagedPolicies managed) {
        this.scope = scope;
        this.managed = managed;
    }

    @Override
    public PutUserPolicyResponse putUserPolicy(PutUserPolicyRequest request) {
        Members.check(request, "UserName", "PolicyName", "PolicyDocument");
        inline(request.userName()).put(request.policyName(), request.policyDocument());
        return PutUserPolicyResponse.builder().build();
    }

    @Override
    public GetUserPolicyResponse getUserPolicy(GetUserPolicyRequest request) {
        Members.check(request, "UserName", "PolicyName");
        return inline(request.userName())
                .get(request.policyName(), (holder, document) -> GetUserPolicyResponse.builder()
                        .userName(holder.name())
                        .policyName(request.policyName())
                        .policyDocument(UrlText.of(document))
                        .build());
    }

    @Override
    public DeleteUserPolicyResponse deleteUserPolicy(DeleteUserPolicyRequest request) {
        Members.check(request, "UserName", "PolicyName");
        inline(request.userName()).delete(request.policyName());
        return DeleteUserPolicyResponse.builder().build();
    }

    @Override
    public ListUserPoliciesResponse listUserPolicies(ListUserPoliciesRequest request) {
        Members.check(request, "UserName");
        Listing<String> page = inline(request.userName()).names(request.marker(), request.maxItems());
        return ListUserPoliciesResponse.builder()
                .policyNames(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public AttachUserPolicyResponse attachUserPolicy(AttachUserPolicyRequest request) {
        Members.check(request, "UserName", "PolicyArn");
        attached(request.userName()).attach(request.policyArn());
        return AttachUserPolicyResponse.builder().build();
    }

    @Override
    public DetachUserPolicyResponse detachUserPolicy(DetachUserPolicyRequest request) {
        Members.check(request, "UserName", "PolicyArn");
        attached(request.userName()).detach(request.policyArn());
        return DetachUserPolicyResponse.builder().build();
    }

    @Override
    public ListAttachedUserPoliciesResponse listAttachedUserPolicies(ListAttachedUserPoliciesRequest request) {
        Members.check(request, "UserName");
        Listing<AttachedPolicy> page = attached(request.userName())
                .list(Optional.ofNullable(request.pathPrefix()), request.marker(), request.maxItems());
        return ListAttachedUserPoliciesResponse.builder()
                .attachedPolicies(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private InlinePolicies inline(String name) {
        return new InlinePolicies(new Holder(scope, Kind.USER, name));
    }

    private AttachedPolicies attached(String name) {
        return new AttachedPolicies(new Holder(scope, Kind.USER, name), managed);
    }
}
