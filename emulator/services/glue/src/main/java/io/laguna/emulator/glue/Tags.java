package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
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
 * The operations on tags of the catalog, its databases and its tables.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-tags.html
 */
final class Tags extends Room {
    /** The most tags of a resource: "Each resource can have a maximum of 50 tags." */
    private static final int MOST = 50;

    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:glue:([a-z0-9-]+):(\\d{12}):(catalog|database/([^/]+)|table/([^/]+)/([^/]+))");

    private final Account account;
    private final DatabaseRecords databases;
    private final TableRecords tables;
    private final State state;

    public Tags(Account account, DatabaseRecords databases, TableRecords tables, State state) {
        this.account = account;
        this.databases = databases;
        this.tables = tables;
        this.state = state;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        TagRecords.Resource resource = resource(request.resourceArn());
        check(request.tagsToAdd());
        state.write(transaction -> {
            TagRecords tags = new TagRecords(transaction);
            tags.put(resource, request.tagsToAdd());
            if (tags.of(resource).size() > MOST) {
                throw Failures.invalid("A resource may have " + MOST + " tags.");
            }
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

    static void check(Map<String, String> tags) {
        Constraints constraints = new Constraints();
        tags.forEach((key, value) -> constraints
                .length("tags." + key + ".member.key", key, 1, 128)
                .length("tags." + key + ".member", value, 0, 256));
        constraints.check();
        if (tags.size() > MOST) {
            throw Failures.invalid("A resource may have " + MOST + " tags.");
        }
    }

    private TagRecords.Resource resource(String arn) {
        new Constraints().present("resourceArn", arn).check();
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw Failures.invalid("Not the ARN of a catalog, database or table: " + arn);
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
        return TagRecords.Resource.CATALOG;
    }

    private UUID database(String name) {
        return databases.known(HiveName.folded(name)).entity();
    }
}
