package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.PrincipalType;
import software.amazon.awssdk.services.glue.model.ResourceType;
import software.amazon.awssdk.services.glue.model.ResourceUri;
import software.amazon.awssdk.services.glue.model.UserDefinedFunction;
import software.amazon.awssdk.services.glue.model.UserDefinedFunctionInput;
import software.amazon.awssdk.services.glue.model.ValidationException;

@ExtendWith(CatalogLake.class)
class FunctionsTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    FunctionsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newDatabase() {
        database = TestTables.database(glue);
    }

    @Test
    void aFunctionComesBackAsItWasGivenAndHiveKnowsIt() {
        UserDefinedFunctionInput input = function("Mask-It", "org.example.Mask")
                .ownerName("owner")
                .ownerType(PrincipalType.GROUP)
                .resourceUris(uri(ResourceType.JAR, "s3://tests/a.jar"), uri(ResourceType.FILE, "s3://tests/b.txt"))
                .build();
        create(input);

        UserDefinedFunction function = get("mask-it");

        assertThat(function.functionName()).isEqualTo("mask-it");
        assertThat(function.databaseName()).isEqualTo(database);
        assertThat(function.className()).isEqualTo("org.example.Mask");
        assertThat(function.ownerName()).isEqualTo("owner");
        assertThat(function.ownerType()).isEqualTo(PrincipalType.GROUP);
        assertThat(function.resourceUris()).isEqualTo(input.resourceUris());
        assertThat(function.createTime()).isNotNull();
        assertThat(function.catalogId()).isEqualTo("123456789012");
        List<String> inHive = lake.hive(hive -> hive.getFunctions(database, "*"));
        assertThat(inHive).containsExactly("mask_x2d_it");
    }

    @Test
    void functionsAreUpdatedAndDeleted() {
        create(function("f", "A").build());
        glue.updateUserDefinedFunction(request -> request.databaseName(database)
                .functionName("f")
                .functionInput(function("F", "B").build()));
        assertThat(get("F").className()).isEqualTo("B");

        glue.deleteUserDefinedFunction(request -> request.databaseName(database).functionName("f"));
        assertThatThrownBy(() -> get("f"))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Function f not found.");
    }

    @Test
    void errorsAreGlues() {
        create(function("f", "A").build());

        assertThatThrownBy(() -> create(function("F", "A").build()))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Function already exists.");
        assertThatThrownBy(() -> create(function("g", null).build())).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> glue.createUserDefinedFunction(request -> request.databaseName("nowhere")
                        .functionInput(function("f", "A").build())))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Database nowhere not found.");
        assertThatThrownBy(() -> create(function("h", "A")
                        .resourceUris(ResourceUri.builder().uri("x").build())
                        .build()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void functionsAreListedByPatternInOneDatabaseOrAll() {
        String other = TestTables.database(glue);
        List.of("clean", "clean_name", "mask")
                .forEach(name -> create(function(name, "A").build()));
        glue.createUserDefinedFunction(request ->
                request.databaseName(other).functionInput(function("clean", "A").build()));

        assertThat(list(database, "clean.*")).containsExactly("clean", "clean_name");
        assertThat(list(database, ".*")).containsExactly("clean", "clean_name", "mask");
        assertThat(glue.getUserDefinedFunctions(request -> request.pattern("clean"))
                        .userDefinedFunctions())
                .extracting(UserDefinedFunction::databaseName)
                .contains(database, other);
        assertThat(glue
                        .getUserDefinedFunctionsPaginator(request ->
                                request.databaseName(database).pattern(".*").maxResults(1))
                        .stream()
                        .flatMap(page -> page.userDefinedFunctions().stream())
                        .map(UserDefinedFunction::functionName))
                .containsExactly("clean", "clean_name", "mask");
    }

    private List<String> list(String name, String pattern) {
        return glue
                .getUserDefinedFunctions(request -> request.databaseName(name).pattern(pattern))
                .userDefinedFunctions()
                .stream()
                .map(UserDefinedFunction::functionName)
                .toList();
    }

    private static UserDefinedFunctionInput.Builder function(String name, String className) {
        return UserDefinedFunctionInput.builder().functionName(name).className(className);
    }

    private static ResourceUri uri(ResourceType type, String uri) {
        return ResourceUri.builder().resourceType(type).uri(uri).build();
    }

    private void create(UserDefinedFunctionInput input) {
        glue.createUserDefinedFunction(request -> request.databaseName(database).functionInput(input));
    }

    private UserDefinedFunction get(String name) {
        return glue.getUserDefinedFunction(
                        request -> request.databaseName(database).functionName(name))
                .userDefinedFunction();
    }
}
