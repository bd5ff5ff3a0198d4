package io.laguna.emulator.lambda.version;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.record.Publication;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;

/**
 * The versions of functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html">PublishVersion</a>
 */
public final class Versions extends Room {
    private static final int MOST = 10_000;
    private static final int LARGEST_PAGE = 50;

    private final FunctionContext context;

    public Versions(FunctionContext context) {
        this.context = context;
    }

    @Override
    public PublishVersionResponse publishVersion(PublishVersionRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .description(request.description())
                .text("codeSha256", request.codeSha256())
                .text("revisionId", request.revisionId())
                .check();
        if (request.publishToAsString() != null) {
            throw Failures.notBuilt("publishing to $LATEST.PUBLISHED");
        }
        Version made = context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            Version latest = context.functions(transaction).latest(function);
            if (request.revisionId() != null
                    && !request.revisionId().equals(latest.configuration().revisionId())) {
                throw Failures.otherRevision("GetFunction/GetAlias");
            }
            if (request.codeSha256() != null
                    && !request.codeSha256().equals(latest.code().base64())) {
                throw Failures.invalid("CodeSHA256 (" + request.codeSha256()
                        + ") is different from current CodeSHA256 in" + " $LATEST ("
                        + latest.code().base64() + "). Please try again with the CodeSHA256 in $LATEST.");
            }
            return new Publication(context, transaction).of(latest, Optional.ofNullable(request.description()));
        });
        return Shapes.copy(made.as(Optional.of(made.name())), PublishVersionResponse.builder())
                .build();
    }

    @Override
    public ListVersionsByFunctionResponse listVersionsByFunction(ListVersionsByFunctionRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints().page(request.marker(), request.maxItems(), MOST).check();
        List<Version> versions = context.read(handle ->
                context.functions(handle).versions(context.functions(handle).require(name)));
        Page<Version> page = Page.ofSorted(
                versions,
                version -> String.format(Locale.ROOT, "%019d", version.number()),
                request.marker(),
                Math.min(Page.size(request.maxItems(), LARGEST_PAGE), LARGEST_PAGE),
                Failures::badMarker);
        return ListVersionsByFunctionResponse.builder()
                .versions(page.entries().stream()
                        .map(version -> version.as(Optional.of(version.name())))
                        .toList())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }
}
