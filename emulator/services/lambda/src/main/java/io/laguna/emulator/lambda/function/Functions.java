package io.laguna.emulator.lambda.function;

import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.code.CodeHash;
import io.laguna.emulator.lambda.code.CodeSource;
import io.laguna.emulator.lambda.code.CodeStore;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.record.LayerNames;
import io.laguna.emulator.lambda.record.LayerRow;
import io.laguna.emulator.lambda.record.Publication;
import io.laguna.emulator.lambda.record.Qualified;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Functions as they come, change and go. The code is on the disk before anything of it is in the state.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">CreateFunction</a>
 */
public final class Functions extends Room {
    private final FunctionContext context;
    private final CodeStore codes;
    private final S3Client s3;

    public Functions(FunctionContext context, CodeStore codes, S3Client s3) {
        this.context = context;
        this.codes = codes;
        this.s3 = s3;
    }

    @Override
    public CreateFunctionResponse createFunction(CreateFunctionRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        ConfigurationRules.check(request);
        CodeSource source = CodeSource.of(request.code());
        if (context.read(handle -> context.functions(handle).find(name)).isPresent()) {
            throw exists(name);
        }
        CodeStore.Kept code = codes.keep(source.read(s3));
        Instant now = context.clock().instant();
        Version made = context.write(transaction -> {
            FunctionRow function = context.functions(transaction).insert(name).orElseThrow(() -> exists(name));
            List<LayerRow> layers = LayerNames.requireAll(transaction, request.layers());
            FunctionConfiguration configuration = Configurations.of(request, name.name(), code, layers, now);
            Version latest = new Version(function, 0, configuration, code.hash(), hashes(layers));
            context.functions(transaction).put(latest);
            context.functions(transaction).tags().put(function.id(), request.tags());
            return published(transaction, latest, request.publish());
        });
        return Shapes.copy(Configurations.pending(made.as(qualifier(made))), CreateFunctionResponse.builder())
                .build();
    }

    @Override
    public UpdateFunctionCodeResponse updateFunctionCode(UpdateFunctionCodeRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints().text("revisionId", request.revisionId()).check();
        ConfigurationRules.architectures(request.architecturesAsStrings());
        CodeSource source = CodeSource.of(request);
        context.read(handle -> context.functions(handle).require(name));
        CodeStore.Kept code = codes.keep(source.read(s3));
        Instant now = context.clock().instant();
        Version made = context.write(transaction -> {
            Version before = changeable(transaction, name, request.revisionId());
            Version after = new Version(
                    before.function(),
                    0,
                    Configurations.updated(before.configuration(), code, request.architecturesAsStrings(), now),
                    code.hash(),
                    before.layers());
            if (Boolean.TRUE.equals(request.dryRun())) {
                return after;
            }
            context.functions(transaction).put(after);
            return published(transaction, after, request.publish());
        });
        return Shapes.copy(Configurations.inProgress(made.as(qualifier(made))), UpdateFunctionCodeResponse.builder())
                .build();
    }

    @Override
    public UpdateFunctionConfigurationResponse updateFunctionConfiguration(UpdateFunctionConfigurationRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        ConfigurationRules.check(request);
        Instant now = context.clock().instant();
        Version made = context.write(transaction -> {
            Version before = changeable(transaction, name, request.revisionId());
            List<LayerRow> layers = LayerNames.requireAll(transaction, request.layers());
            Version after = new Version(
                    before.function(),
                    0,
                    Configurations.updated(before.configuration(), request, layers, now),
                    before.code(),
                    request.hasLayers() ? hashes(layers) : before.layers());
            context.functions(transaction).put(after);
            return after;
        });
        return Shapes.copy(
                        Configurations.inProgress(made.as(Optional.empty())),
                        UpdateFunctionConfigurationResponse.builder())
                .build();
    }

    @Override
    public DeleteFunctionResponse deleteFunction(DeleteFunctionRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            if (name.qualifier().isEmpty()) {
                context.functions(transaction).delete(function);
            } else {
                deleteVersion(transaction, function, name.qualifier().get());
            }
            return function;
        });
        return DeleteFunctionResponse.builder().build();
    }

    private void deleteVersion(Handle transaction, FunctionRow function, String qualifier) {
        if (qualifier.equals(FunctionName.LATEST)) {
            throw Failures.invalid("$LATEST version cannot be deleted without deleting the function.");
        }
        long number = Qualified.number(qualifier)
                .orElseThrow(() -> Failures.invalid("Deletion of aliases is not currently supported."));
        if (Publication.isNamed(transaction, function, qualifier)) {
            throw Failures.conflict("Unable to delete version because the following aliases reference it.");
        }
        context.functions(transaction).delete(function, number);
    }

    private Version published(Handle transaction, Version latest, Boolean publish) {
        return Boolean.TRUE.equals(publish)
                ? new Publication(context, transaction).of(latest, Optional.empty())
                : latest;
    }

    private Version changeable(Handle transaction, FunctionName name, String revision) {
        FunctionRow function = context.functions(transaction).lock(name);
        Version latest = context.functions(transaction).latest(function);
        if (revision != null && !revision.equals(latest.configuration().revisionId())) {
            throw Failures.otherRevision("GetFunction/GetAlias");
        }
        return latest;
    }

    private static Optional<String> qualifier(Version version) {
        return Optional.of(version.name()).filter(name -> version.number() > 0);
    }

    private static List<CodeHash> hashes(List<LayerRow> layers) {
        return layers.stream().map(LayerRow::code).toList();
    }

    private static RuntimeException exists(FunctionName name) {
        return Failures.conflict("Function already exist: " + name.name());
    }
}
