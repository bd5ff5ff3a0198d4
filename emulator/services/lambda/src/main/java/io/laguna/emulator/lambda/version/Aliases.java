package io.laguna.emulator.lambda.version;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.record.AliasRecords;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.record.Qualified;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/**
 * Names for versions of functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html">CreateAlias</a>
 */
public final class Aliases extends Room {
    private static final int MOST = 10_000;
    private static final int LARGEST_PAGE = 50;
    private static final Pattern VERSION = Pattern.compile("(\\$LATEST|[0-9]+)");

    private final FunctionContext context;

    public Aliases(FunctionContext context) {
        this.context = context;
    }

    @Override
    public CreateAliasResponse createAlias(CreateAliasRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .alias(request.name())
                .present("functionVersion", request.functionVersion())
                .description(request.description())
                .check();
        version(request.functionVersion());
        AliasConfiguration alias = AliasConfiguration.builder()
                .aliasArn(name.arn() + ":" + request.name())
                .name(request.name())
                .functionVersion(request.functionVersion())
                .description(Optional.ofNullable(request.description()).orElse(""))
                .routingConfig(routing(request.routingConfig()).orElse(null))
                .revisionId(UUID.randomUUID().toString())
                .build();
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            AliasRecords aliases = new AliasRecords(transaction);
            if (aliases.find(function, alias.name()).isPresent()) {
                throw Failures.conflict("Alias already exists: " + alias.aliasArn());
            }
            checkVersions(transaction, name, function, alias);
            aliases.put(function, alias);
            return alias;
        });
        return Shapes.copy(alias, CreateAliasResponse.builder()).build();
    }

    @Override
    public UpdateAliasResponse updateAlias(UpdateAliasRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .alias(request.name())
                .description(request.description())
                .text("revisionId", request.revisionId())
                .check();
        version(request.functionVersion());
        AliasConfiguration changed = context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            AliasConfiguration before = require(transaction, name, function, request.name());
            if (request.revisionId() != null && !request.revisionId().equals(before.revisionId())) {
                throw Failures.otherRevision("GetFunction/GetAlias");
            }
            AliasConfiguration.Builder after =
                    before.toBuilder().revisionId(UUID.randomUUID().toString());
            Optional.ofNullable(request.functionVersion()).ifPresent(after::functionVersion);
            Optional.ofNullable(request.description()).ifPresent(after::description);
            if (request.routingConfig() != null) {
                after.routingConfig(routing(request.routingConfig()).orElse(null));
            }
            checkVersions(transaction, name, function, after.build());
            new AliasRecords(transaction).put(function, after.build());
            return after.build();
        });
        return Shapes.copy(changed, UpdateAliasResponse.builder()).build();
    }

    @Override
    public GetAliasResponse getAlias(GetAliasRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints().alias(request.name()).check();
        AliasConfiguration alias = context.read(
                handle -> require(handle, name, context.functions(handle).require(name), request.name()));
        return Shapes.copy(alias, GetAliasResponse.builder()).build();
    }

    @Override
    public ListAliasesResponse listAliases(ListAliasesRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints().page(request.marker(), request.maxItems(), MOST).check();
        version(request.functionVersion());
        List<AliasConfiguration> aliases = context.read(
                handle -> new AliasRecords(handle).all(context.functions(handle).require(name)));
        Page<AliasConfiguration> page = Page.ofSorted(
                aliases.stream()
                        .filter(alias -> request.functionVersion() == null
                                || request.functionVersion().equals(alias.functionVersion()))
                        .toList(),
                AliasConfiguration::name,
                request.marker(),
                Math.min(Page.size(request.maxItems(), LARGEST_PAGE), LARGEST_PAGE),
                Failures::badMarker);
        return ListAliasesResponse.builder()
                .aliases(page.entries())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteAliasResponse deleteAlias(DeleteAliasRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints().alias(request.name()).check();
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            new AliasRecords(transaction).delete(function, request.name());
            return function;
        });
        return DeleteAliasResponse.builder().build();
    }

    private static void version(String value) {
        new Constraints()
                .length("functionVersion", value, 1, 1024)
                .pattern("functionVersion", value, VERSION)
                .check();
    }

    private static AliasConfiguration require(Handle handle, FunctionName name, FunctionRow function, String alias) {
        return new AliasRecords(handle)
                .find(function, alias)
                .orElseThrow(() -> Failures.notFound("Cannot find alias arn: " + name.arn() + ":" + alias));
    }

    /** Returns the other versions of an alias with their shares; empty where it has none. */
    private static Optional<AliasRoutingConfiguration> routing(AliasRoutingConfiguration asked) {
        Optional<Map<String, Double>> weights = Optional.ofNullable(asked)
                .map(AliasRoutingConfiguration::additionalVersionWeights)
                .filter(given -> !given.isEmpty());
        weights.ifPresent(given -> {
            if (given.size() > 1) {
                throw Failures.invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
            }
            given.values().stream()
                    .filter(share -> share == null || share < 0 || share > 1)
                    .findFirst()
                    .ifPresent(share -> {
                        throw Failures.validation("1 validation error detected: Value '" + share
                                + "' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value"
                                + " must be between 0.0 and 1.0");
                    });
        });
        return weights.map(given -> AliasRoutingConfiguration.builder()
                .additionalVersionWeights(given)
                .build());
    }

    private void checkVersions(Handle handle, FunctionName name, FunctionRow function, AliasConfiguration alias) {
        checkVersion(handle, name, function, alias.functionVersion());
        Optional.ofNullable(alias.routingConfig()).ifPresent(routing -> {
            if (alias.functionVersion().equals(FunctionName.LATEST)) {
                throw Failures.invalid("$LATEST is not supported for an alias pointing to more than 1 version");
            }
            routing.additionalVersionWeights()
                    .keySet()
                    .forEach(version -> checkVersion(handle, name, function, version));
        });
    }

    private void checkVersion(Handle handle, FunctionName name, FunctionRow function, String version) {
        boolean isThere = Qualified.number(version)
                .flatMap(number -> context.functions(handle).version(function, number))
                .isPresent();
        if (!isThere) {
            throw Failures.noFunction(name.at(version));
        }
    }
}
