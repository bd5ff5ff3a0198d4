package io.laguna.emulator.iam.principal;

import io.laguna.emulator.iam.entity.Holder;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.Tags;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/**
 * The operations on the tags of users, roles and instance profiles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">Tags for IAM resources</a>
 */
public final class PrincipalTags extends Room {
    private final Scope scope;

    public PrincipalTags(Scope scope) {
        this.scope = scope;
    }

    @Override
    public TagUserResponse tagUser(TagUserRequest request) {
        Members.check(request, "UserName", "Tags");
        add(Kind.USER, request.userName(), request.tags());
        return TagUserResponse.builder().build();
    }

    @Override
    public UntagUserResponse untagUser(UntagUserRequest request) {
        Members.check(request, "UserName", "TagKeys");
        remove(Kind.USER, request.userName(), request.tagKeys());
        return UntagUserResponse.builder().build();
    }

    @Override
    public ListUserTagsResponse listUserTags(ListUserTagsRequest request) {
        Members.check(request, "UserName");
        Listing<Tag> page = list(Kind.USER, request.userName(), request.marker(), request.maxItems());
        return ListUserTagsResponse.builder()
                .tags(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public TagRoleResponse tagRole(TagRoleRequest request) {
        Members.check(request, "RoleName", "Tags");
        add(Kind.ROLE, request.roleName(), request.tags());
        return TagRoleResponse.builder().build();
    }

    @Override
    public UntagRoleResponse untagRole(UntagRoleRequest request) {
        Members.check(request, "RoleName", "TagKeys");
        remove(Kind.ROLE, request.roleName(), request.tagKeys());
        return UntagRoleResponse.builder().build();
    }

    @Override
    public ListRoleTagsResponse listRoleTags(ListRoleTagsRequest request) {
        Members.check(request, "RoleName");
        Listing<Tag> page = list(Kind.ROLE, request.roleName(), request.marker(), request.maxItems());
        return ListRoleTagsResponse.builder()
                .tags(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    @Override
    public TagInstanceProfileResponse tagInstanceProfile(TagInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName", "Tags");
        add(Kind.PROFILE, request.instanceProfileName(), request.tags());
        return TagInstanceProfileResponse.builder().build();
    }

    @Override
    public UntagInstanceProfileResponse untagInstanceProfile(UntagInstanceProfileRequest request) {
        Members.check(request, "InstanceProfileName", "TagKeys");
        remove(Kind.PROFILE, request.instanceProfileName(), request.tagKeys());
        return UntagInstanceProfileResponse.builder().build();
    }

    @Override
    public ListInstanceProfileTagsResponse listInstanceProfileTags(ListInstanceProfileTagsRequest request) {
        Members.check(request, "InstanceProfileName");
        Listing<Tag> page = list(Kind.PROFILE, request.instanceProfileName(), request.marker(), request.maxItems());
        return ListInstanceProfileTagsResponse.builder()
                .tags(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private void add(Kind kind, String name, List<Tag> tags) {
        new Holder(scope, kind, name).change((transaction, entity) -> {
            new Tags(transaction).add(entity, tags);
            return entity;
        });
    }

    private void remove(Kind kind, String name, List<String> keys) {
        new Holder(scope, kind, name).change((transaction, entity) -> {
            new Tags(transaction).remove(entity, keys);
            return entity;
        });
    }

    private Listing<Tag> list(Kind kind, String name, String marker, Integer most) {
        return new Holder(scope, kind, name).read((handle, entity) -> new Tags(handle).page(entity, marker, most));
    }
}
