package io.laguna.emulator.iam.policy;

import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Tags;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;

/** The operations on the tags of an account's own policies. */
public final class PolicyTags extends Room {
    private final Scope scope;

    public PolicyTags(Scope scope) {
        this.scope = scope;
    }

    @Override
    public TagPolicyResponse tagPolicy(TagPolicyRequest request) {
        Members.check(request, "PolicyArn", "Tags");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        scope.state().write(transaction -> {
            Entity policy = arn.lock(transaction, scope);
            new Tags(transaction).add(policy, request.tags());
            return policy;
        });
        return TagPolicyResponse.builder().build();
    }

    @Override
    public UntagPolicyResponse untagPolicy(UntagPolicyRequest request) {
        Members.check(request, "PolicyArn", "TagKeys");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        scope.state().write(transaction -> {
            Entity policy = arn.lock(transaction, scope);
            new Tags(transaction).remove(policy, request.tagKeys());
            return policy;
        });
        return UntagPolicyResponse.builder().build();
    }

    @Override
    public ListPolicyTagsResponse listPolicyTags(ListPolicyTagsRequest request) {
        Members.check(request, "PolicyArn");
        PolicyArn arn = PolicyArn.of(request.policyArn());
        Listing<Tag> page = scope.state().read(handle -> new Tags(handle)
                .page(
                        arn.find(handle, scope).orElseThrow(() -> Failures.noPolicy(arn.text())),
                        request.marker(),
                        request.maxItems()));
        return ListPolicyTagsResponse.builder()
                .tags(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}
