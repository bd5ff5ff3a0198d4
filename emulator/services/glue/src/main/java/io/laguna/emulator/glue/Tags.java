package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.NamedResources;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.GetTagsRequest;
import software.amazon.awssdk.services.glue.model.GetTagsResponse;
import software.amazon.awssdk.services.glue.model.TagResourceRequest;
import software.amazon.awssdk.services.glue.model.TagResourceResponse;
import software.amazon.awssdk.services.glue.model.UntagResourceRequest;
import software.amazon.awssdk.services.glue.model.UntagResourceResponse;

/**
 * The operations on tags of the catalog, its databases and its tables, and of what else has a name: jobs, crawlers.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-tags.html
 */
final class Tags extends Room {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:glue:([a-z0-9-]+):(\\d{12}):(catalog|database/([^/]+)|table/([^/]+)/([^/]+)|([a-z]+)/(.+))");

    private final Account account;
    private final DatabaseRecords databases;
    private final TableRecords tables;
    private final Map<String, NamedResources> named;
    private final State state;

    /**
     * Creates the room.
     *
     * @param named the kinds of other resources, as ARNs name them: {@code job}
     */
    Tags(
            Account account,
            DatabaseRecords databases,
            TableRecords tables,
            Map<String, NamedResources> named,
            State state) {
        this.account = account;
        this.databases = databases;
        this.tables = tables;
        this.named = named;
        this.state = state;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        TagRecords.Resource resource = resource(request.resourceArn());
        TagRules.check(request.tagsToAdd());
        state.write(transaction -> {
            TagRecords tags = new TagRecords(transaction);
            tags.put(resource, request.tagsToAdd());
            TagRules.check(tags.of(resource));
            return Optional.empty();
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        TagRecords.Resource resource = resource(request.resourceArn());
        state.write(transaction -> {
            new TagRecords(transaction).remove(resource, request.tagsToRemove());
            return Optional.empty();
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public GetTagsResponse getTags(GetTagsRequest request) {
        TagRecords.Resource resource = resource(request.resourceArn());
        return GetTagsResponse.builder()
                .tags(state.read(handle -> new TagRecords(handle).of(resource)))
                .build();
    }

    private TagRecords.Resource resource(String arn) {
        new Constraints().present("resourceArn", arn).check();
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw noArn(arn);
        }
        account.check(matcher.group(2));
        if (matcher.group(4) != null) {
            return TagRecords.Resource.of(database(matcher.group(4)));
        }
        if (matcher.group(5) != null) {
            return TagRecords.Resource.of(
                    tables.get(HiveName.folded(matcher.group(5)), HiveName.folded(matcher.group(6)))
                            .entity());
        }
        if (matcher.group(7) != null) {
            Optional.ofNullable(named.get(matcher.group(7)))
                    .orElseThrow(() -> noArn(arn))
                    .require(new Caller(account.id(), matcher.group(1)), matcher.group(8));
            return new TagRecords.Resource(arn, Optional.empty());
        }
        return TagRecords.Resource.CATALOG;
    }

    private RuntimeException noArn(String arn) {
        return Failures.invalid("Not the ARN of a catalog, a database, a table or one of "
                + named.keySet().stream().sorted().toList() + ": " + arn);
    }

    private UUID database(String name) {
        return databases.known(HiveName.folded(name)).entity();
    }
}
