package io.laguna.emulator.lambda.layer;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.code.CodeLinks;
import io.laguna.emulator.lambda.code.CodeSource;
import io.laguna.emulator.lambda.code.CodeStore;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.LayerNames;
import io.laguna.emulator.lambda.record.LayerRecords;
import io.laguna.emulator.lambda.record.LayerRow;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.Room;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.LayersListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;
import software.amazon.awssdk.services.lambda.model.ListLayersRequest;
import software.amazon.awssdk.services.lambda.model.ListLayersResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Layers and their versions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html">PublishLayerVersion</a>
 */
public final class Layers extends Room {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);
    private static final int LARGEST_PAGE = 50;

    private final FunctionContext context;
    private final CodeStore codes;
    private final CodeLinks links;
    private final S3Client s3;

    public Layers(FunctionContext context, CodeStore codes, CodeLinks links, S3Client s3) {
        this.context = context;
        this.codes = codes;
        this.links = links;
        this.s3 = s3;
    }

    @Override
    public PublishLayerVersionResponse publishLayerVersion(PublishLayerVersionRequest request) {
        new Constraints()
                .layer(request.layerName())
                .description(request.description())
                .length("licenseInfo", request.licenseInfo(), 0, 512)
                .size("compatibleRuntimes", request.compatibleRuntimes(), 0, 15)
                .size("compatibleArchitectures", request.compatibleArchitectures(), 0, 2)
                .present("content", request.content())
                .check();
        request.compatibleRuntimesAsStrings().forEach(Layers::checkRuntime);
        request.compatibleArchitecturesAsStrings().forEach(Layers::checkArchitecture);
        LayerName name = LayerName.of(context.caller(), request.layerName());
        CodeStore.Kept code = codes.keep(CodeSource.of(request.content()).read(s3));
        Instant now = context.clock().instant();
        LayerRow made = context.write(transaction -> {
            LayerRecords.Next next = new LayerRecords(transaction).next(name.owner(), name.name());
            GetLayerVersionResponse configuration = Shapes.copy(request, GetLayerVersionResponse.builder())
                    .layerArn(LayerRow.arn(name.owner(), name.name()))
                    .layerVersionArn(LayerRow.arn(name.owner(), name.name()) + ":" + next.number())
                    .createdDate(TIME.format(now))
                    .version(next.number())
                    .description(Optional.ofNullable(request.description()).orElse(""))
                    .content(content -> content.codeSha256(code.hash().base64()).codeSize(code.zipped()))
                    .build();
            LayerRow row =
                    new LayerRow(next.layer(), name.owner(), name.name(), next.number(), configuration, code.hash());
            new LayerRecords(transaction).insert(row);
            return row;
        });
        return Shapes.copy(told(made), PublishLayerVersionResponse.builder()).build();
    }

    @Override
    public GetLayerVersionResponse getLayerVersion(GetLayerVersionRequest request) {
        LayerName name = LayerName.of(context.caller(), request.layerName());
        return told(require(name, LayerName.number(request.versionNumber())));
    }

    @Override
    public GetLayerVersionByArnResponse getLayerVersionByArn(GetLayerVersionByArnRequest request) {
        Matcher parts = LayerNames.matched(request.arn());
        LayerName name = new LayerName(new Caller(parts.group(2), parts.group(1)), parts.group(3));
        return Shapes.copy(told(require(name, Long.parseLong(parts.group(4)))), GetLayerVersionByArnResponse.builder())
                .build();
    }

    @Override
    public DeleteLayerVersionResponse deleteLayerVersion(DeleteLayerVersionRequest request) {
        LayerName name = LayerName.of(context.caller(), request.layerName());
        long number = LayerName.number(request.versionNumber());
        context.write(transaction -> {
            new LayerRecords(transaction).delete(name.owner(), name.name(), number);
            return number;
        });
        return DeleteLayerVersionResponse.builder().build();
    }

    @Override
    public ListLayerVersionsResponse listLayerVersions(ListLayerVersionsRequest request) {
        LayerName name = LayerName.of(context.caller(), request.layerName());
        check(
                request.marker(),
                request.maxItems(),
                request.compatibleRuntimeAsString(),
                request.compatibleArchitectureAsString());
        List<LayerRow> versions = context.read(handle -> new LayerRecords(handle).versions(name.owner(), name.name()));
        Page<LayerRow> page = Page.ofOrdered(
                versions.stream()
                        .filter(suits(request.compatibleRuntimeAsString(), request.compatibleArchitectureAsString()))
                        .toList(),
                version -> Long.toString(version.number()),
                request.marker(),
                Page.size(request.maxItems(), LARGEST_PAGE),
                Failures::badMarker);
        return ListLayerVersionsResponse.builder()
                .layerVersions(page.entries().stream().map(Layers::item).toList())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListLayersResponse listLayers(ListLayersRequest request) {
        check(
                request.marker(),
                request.maxItems(),
                request.compatibleRuntimeAsString(),
                request.compatibleArchitectureAsString());
        List<LayerRow> all = context.read(handle -> new LayerRecords(handle).all(context.caller()));
        List<LayerRow> last = all.stream()
                .filter(suits(request.compatibleRuntimeAsString(), request.compatibleArchitectureAsString()))
                .collect(Collectors.toMap(LayerRow::name, row -> row, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        Page<LayerRow> page = Page.ofSorted(
                last,
                LayerRow::name,
                request.marker(),
                Page.size(request.maxItems(), LARGEST_PAGE),
                Failures::badMarker);
        return ListLayersResponse.builder()
                .layers(page.entries().stream()
                        .map(row -> LayersListItem.builder()
                                .layerName(row.name())
                                .layerArn(LayerRow.arn(row.owner(), row.name()))
                                .latestMatchingVersion(item(row))
                                .build())
                        .toList())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    private LayerRow require(LayerName name, long number) {
        return context.read(handle -> new LayerRecords(handle).find(name.owner(), name.name(), number))
                .orElseThrow(() -> LayerName.missing());
    }

    private GetLayerVersionResponse told(LayerRow row) {
        GetLayerVersionResponse kept = row.configuration();
        return kept.toBuilder()
                .content(kept.content().toBuilder()
                        .location(links.to(row.code()))
                        .build())
                .build();
    }

    private static LayerVersionsListItem item(LayerRow row) {
        return Shapes.copy(row.configuration(), LayerVersionsListItem.builder()).build();
    }

    private static Predicate<LayerRow> suits(String runtime, String architecture) {
        return row -> (runtime == null
                        || row.configuration().compatibleRuntimesAsStrings().contains(runtime))
                && (architecture == null
                        || row.configuration()
                                .compatibleArchitecturesAsStrings()
                                .contains(architecture));
    }

    private static void check(String marker, Integer items, String runtime, String architecture) {
        new Constraints().page(marker, items, LARGEST_PAGE).check();
        checkRuntime(runtime);
        checkArchitecture(architecture);
    }

    private static void checkRuntime(String runtime) {
        new Constraints()
                .oneOf("compatibleRuntime", runtime, Runtime.knownValues())
                .check();
    }

    private static void checkArchitecture(String architecture) {
        new Constraints()
                .oneOf("compatibleArchitecture", architecture, Architecture.knownValues())
                .check();
    }
}
