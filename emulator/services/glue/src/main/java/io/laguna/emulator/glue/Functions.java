package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.FunctionView;
import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import io.trino.hive.thrift.metastore.Function;
import io.trino.hive.thrift.metastore.NoSuchObjectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CreateUserDefinedFunctionRequest;
import software.amazon.awssdk.services.glue.model.CreateUserDefinedFunctionResponse;
import software.amazon.awssdk.services.glue.model.DeleteUserDefinedFunctionRequest;
import software.amazon.awssdk.services.glue.model.DeleteUserDefinedFunctionResponse;
import software.amazon.awssdk.services.glue.model.FunctionType;
import software.amazon.awssdk.services.glue.model.GetUserDefinedFunctionRequest;
import software.amazon.awssdk.services.glue.model.GetUserDefinedFunctionResponse;
import software.amazon.awssdk.services.glue.model.GetUserDefinedFunctionsRequest;
import software.amazon.awssdk.services.glue.model.GetUserDefinedFunctionsResponse;
import software.amazon.awssdk.services.glue.model.PrincipalType;
import software.amazon.awssdk.services.glue.model.ResourceType;
import software.amazon.awssdk.services.glue.model.ResourceUri;
import software.amazon.awssdk.services.glue.model.UpdateUserDefinedFunctionRequest;
import software.amazon.awssdk.services.glue.model.UpdateUserDefinedFunctionResponse;
import software.amazon.awssdk.services.glue.model.UserDefinedFunctionInput;

/**
 * The operations on user-defined functions:
 * https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-functions.html
 */
final class Functions extends Room {
    private static final int PAGE = 100;

    private final Account account;
    private final DatabaseRecords databases;
    private final Metastore metastore;

    Functions(Account account, DatabaseRecords databases, Metastore metastore) {
        this.account = account;
        this.databases = databases;
        this.metastore = metastore;
    }

    @Override
    public CreateUserDefinedFunctionResponse createUserDefinedFunction(CreateUserDefinedFunctionRequest request) {
        account.check(request);
        new Constraints().name("databaseName", request.databaseName()).check();
        check(request.functionInput());
        databases.require(HiveName.folded(request.databaseName()));
        Function function = FunctionView.toHive(HiveName.of(request.databaseName()), request.functionInput());
        try {
            metastore.write(client -> client.createFunction(function));
        } catch (AlreadyExistsException e) {
            throw Failures.exists("Function");
        }
        return CreateUserDefinedFunctionResponse.builder().build();
    }

    @Override
    public GetUserDefinedFunctionResponse getUserDefinedFunction(GetUserDefinedFunctionRequest request) {
        account.check(request);
        Function function = require(request.databaseName(), request.functionName());
        return GetUserDefinedFunctionResponse.builder()
                .userDefinedFunction(FunctionView.fromHive(function, account.id()))
                .build();
    }

    @Override
    public GetUserDefinedFunctionsResponse getUserDefinedFunctions(GetUserDefinedFunctionsRequest request) {
        account.check(request);
        new Constraints()
                .name("pattern", request.pattern())
                .optionalName("databaseName", request.databaseName())
                .range("maxResults", request.maxResults(), 1, PAGE)
                .check();
        List<String> searched = Optional.ofNullable(request.databaseName())
                .map(HiveName::folded)
                .map(List::of)
                .orElseGet(() ->
                        databases.names().all().stream().map(HiveName::inGlue).toList());
        if (request.databaseName() != null) {
            databases.require(searched.get(0));
        }
        NamePattern pattern = NamePattern.of(request.pattern());
        Map<String, Function> found = new TreeMap<>();
        boolean regular = request.functionType() == null || request.functionType() == FunctionType.REGULAR_FUNCTION;
        for (String database : regular ? searched : List.<String>of()) {
            functions(database, pattern)
                    .forEach(function -> found.put(database + "\n" + function.getFunctionName(), function));
        }
        Page<String> page = Page.ofSorted(
                List.copyOf(found.keySet()),
                UnaryOperator.identity(),
                request.nextToken(),
                Page.size(request.maxResults(), PAGE),
                Failures::badToken);
        return GetUserDefinedFunctionsResponse.builder()
                .userDefinedFunctions(page.entries().stream()
                        .map(name -> FunctionView.fromHive(found.get(name), account.id()))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateUserDefinedFunctionResponse updateUserDefinedFunction(UpdateUserDefinedFunctionRequest request) {
        account.check(request);
        Function before = require(request.databaseName(), request.functionName());
        check(request.functionInput());
        Function function = FunctionView.toHive(before.getDbName(), request.functionInput());
        if (!function.getFunctionName().equals(before.getFunctionName())) {
            throw Failures.invalid("A function cannot be renamed.");
        }
        function.setCreateTime(before.getCreateTime());
        metastore.write(client -> client.alterFunction(before.getDbName(), before.getFunctionName(), function));
        return UpdateUserDefinedFunctionResponse.builder().build();
    }

    @Override
    public DeleteUserDefinedFunctionResponse deleteUserDefinedFunction(DeleteUserDefinedFunctionRequest request) {
        account.check(request);
        Function function = require(request.databaseName(), request.functionName());
        metastore.write(client -> client.dropFunction(function.getDbName(), function.getFunctionName()));
        return DeleteUserDefinedFunctionResponse.builder().build();
    }

    private List<Function> functions(String database, NamePattern pattern) {
        String hiveDatabase = HiveName.of(database);
        List<String> names = pattern.matching(metastore.read(client -> client.getFunctions(hiveDatabase, "*")).stream()
                .map(HiveName::inGlue)
                .toList());
        return names.stream()
                .map(name -> find(hiveDatabase, name))
                .flatMap(Optional::stream)
                .toList();
    }

    private Function require(String database, String name) {
        new Constraints()
                .name("databaseName", database)
                .name("functionName", name)
                .check();
        databases.require(HiveName.folded(database));
        return find(HiveName.of(database), name)
                .orElseThrow(() -> Failures.notFound("Function " + HiveName.folded(name) + " not found."));
    }

    private Optional<Function> find(String hiveDatabase, String name) {
        return metastore.read(client -> {
            try {
                return Optional.of(client.getFunction(hiveDatabase, HiveName.of(name)));
            } catch (NoSuchObjectException e) {
                return Optional.empty();
            }
        });
    }

    private static void check(UserDefinedFunctionInput input) {
        Constraints constraints = new Constraints().present("functionInput", input);
        if (input != null) {
            constraints
                    .name("functionInput.functionName", input.functionName())
                    .name("functionInput.className", input.className())
                    .optionalName("functionInput.ownerName", input.ownerName())
                    .size("functionInput.resourceUris", input.resourceUris(), 0, 1000);
        }
        constraints.check();
        boolean unknown = input.resourceUris().stream()
                        .map(ResourceUri::resourceType)
                        .anyMatch(type -> type == null || type == ResourceType.UNKNOWN_TO_SDK_VERSION)
                || input.ownerType() == PrincipalType.UNKNOWN_TO_SDK_VERSION;
        if (unknown) {
            throw Failures.invalid("ResourceType is JAR, FILE or ARCHIVE; OwnerType is USER, ROLE or GROUP.");
        }
        if (input.functionType() != null && input.functionType() != FunctionType.REGULAR_FUNCTION) {
            throw Failures.invalid("FunctionType " + input.functionTypeAsString() + " is not implemented by Laguna.");
        }
    }
}
