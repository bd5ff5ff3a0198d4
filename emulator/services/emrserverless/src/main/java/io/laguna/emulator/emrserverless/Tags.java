package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.emrserverless.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.emrserverless.model.TagResourceRequest;
import software.amazon.awssdk.services.emrserverless.model.TagResourceResponse;
import software.amazon.awssdk.services.emrserverless.model.UntagResourceRequest;
import software.amazon.awssdk.services.emrserverless.model.UntagResourceResponse;

/**
 * Tags of applications and job runs.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class Tags extends Room {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-zA-Z0-9-]*:emr-serverless:.+:\\d{12}:/applications/([0-9a-z]+)(?:/jobruns/([0-9a-z]+))?");

    private final Caller caller;
    private final State state;

    public Tags(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /** Returns the tags of all resources, by their ARNs. */
    static TagTable table(Handle handle) {
        return new TagTable(handle, "serverless_tag", "resource");
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        new Constraints()
                .present("resourceArn", request.resourceArn())
                .tags(request.tags())
                .check();
        state.write(transaction -> {
            checkResource(transaction, request.resourceArn());
            TagTable tags = table(transaction);
            tags.put(request.resourceArn(), request.tags());
            new Constraints().tags(tags.of(request.resourceArn())).check();
            return Optional.empty();
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        new Constraints().present("resourceArn", request.resourceArn()).check();
        state.write(transaction -> {
            checkResource(transaction, request.resourceArn());
            table(transaction).remove(request.resourceArn(), request.tagKeys());
            return Optional.empty();
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        new Constraints().present("resourceArn", request.resourceArn()).check();
        return state.read(handle -> {
            checkResource(handle, request.resourceArn());
            return ListTagsForResourceResponse.builder()
                    .tags(table(handle).of(request.resourceArn()))
                    .build();
        });
    }

    private void checkResource(Handle handle, String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw Failures.invalid("Not the ARN of an application or a job run: " + arn);
        }
        boolean isApplication = new ApplicationRecords(handle)
                .find(caller, parts.group(1))
                .filter(application -> arn.startsWith(application.definition().arn()))
                .isPresent();
        boolean isThere = Optional.ofNullable(parts.group(2))
                .map(run -> new JobRunRecords(handle).find(parts.group(1), run).isPresent())
                .orElse(true);
        if (!isApplication || !isThere) {
            throw Failures.notFound("Resource " + arn + " does not exist");
        }
    }
}
