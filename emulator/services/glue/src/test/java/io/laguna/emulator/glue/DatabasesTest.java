package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.hive.thrift.metastore.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Permission;
import software.amazon.awssdk.services.glue.model.PrincipalPermissions;
import software.amazon.awssdk.services.glue.model.ValidationException;

@ExtendWith(CatalogLake.class)
class DatabasesTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;

    DatabasesTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @Test
    void aDatabaseComesBackAsItWasGiven() {
        PrincipalPermissions permissions = PrincipalPermissions.builder()
                .principal(principal -> principal.dataLakePrincipalIdentifier("arn:aws:iam::123456789012:role/r"))
                .permissions(Permission.SELECT, Permission.ALTER)
                .build();
        create(input -> input.name("db_given")
                .description("Línea uno\nlínea dos")
                .locationUri("s3://tests/given/")
                .parameters(Map.of("k", "v", "empty", ""))
                .createTableDefaultPermissions(permissions));

        software.amazon.awssdk.services.glue.model.Database database = get("db_given");

        assertThat(database.description()).isEqualTo("Línea uno\nlínea dos");
        assertThat(database.locationUri()).isEqualTo("s3://tests/given/");
        assertThat(database.parameters()).isEqualTo(Map.of("k", "v", "empty", ""));
        assertThat(database.createTableDefaultPermissions()).containsExactly(permissions);
        assertThat(database.catalogId()).isEqualTo("123456789012");
        assertThat(database.createTime()).isNotNull();
        assertThat(hive("db_given").getLocationUri()).isEqualTo("s3://tests/given");
    }

    @Test
    void whatWasLeftOutStaysOutButForEverybodysPermissions() {
        create(input -> input.name("db_bare"));

        software.amazon.awssdk.services.glue.model.Database database = get("db_bare");

        assertThat(database.locationUri()).isNull();
        assertThat(database.description()).isNull();
        assertThat(database.hasParameters()).isFalse();
        assertThat(database.createTableDefaultPermissions()).singleElement().satisfies(everybody -> assertThat(
                        everybody.principal().dataLakePrincipalIdentifier())
                .isEqualTo("IAM_ALLOWED_PRINCIPALS"));
    }

    @Test
    void namesAreFoldedToLowerCase() {
        create(input -> input.name("Db_MixedCase"));

        assertThat(get("DB_mixedCase").name()).isEqualTo("db_mixedcase");
        assertThatThrownBy(() -> create(input -> input.name("DB_MIXEDCASE")))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Database already exists.");
    }

    @Test
    void namesThatHiveDoesNotTakeAreUsualHere() {
        for (String name : List.of("my-lake", "año 2026", "a.b/c", "x_x2d_y", "日本", "😀")) {
            create(input -> input.name(name));

            assertThat(get(name).name()).isEqualTo(name);
            assertThat(allNames()).contains(name);
            glue.deleteDatabase(request -> request.name(name));
            assertThat(allNames()).doesNotContain(name);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> get("db_nowhere"))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Database db_nowhere not found.");
        assertThatThrownBy(() -> glue.deleteDatabase(request -> request.name("db_nowhere")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.updateDatabase(
                        request -> request.name("db_nowhere").databaseInput(input -> input.name("db_nowhere"))))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void whatBreaksADeclaredLimitIsNamed() {
        assertThatThrownBy(() -> create(input -> input.name("x".repeat(256)).description("y".repeat(2049))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("2 validation errors detected")
                .hasMessageContaining("at 'database.name' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 255");
        assertThatThrownBy(() -> glue.createDatabase(request -> request.catalogId("123456789012")))
                .hasMessageContaining("Value null at 'database'");
        assertThatThrownBy(() -> create(input -> input.name("line\nbreak")))
                .hasMessageContaining("Member must satisfy regular expression pattern");
        assertThatThrownBy(() -> create(input -> input.name(""))).hasMessageContaining("greater than or equal to 1");
    }

    @Test
    void anotherAccountsCatalogIsNotFound() {
        assertThatThrownBy(() -> glue.getDatabases(request -> request.catalogId("999999999999")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThat(glue.getDatabases(request -> request.catalogId("123456789012"))
                        .databaseList())
                .isNotEmpty();
    }

    @Test
    void anUpdateReplacesTheWholeDefinition() {
        create(input -> input.name("db_update").description("old").parameters(Map.of("a", "1", "b", "2")));

        glue.updateDatabase(request -> request.name("DB_Update")
                .databaseInput(input -> input.name("db_update").parameters(Map.of("b", "3"))));

        assertThat(get("db_update").description()).isNull();
        assertThat(get("db_update").parameters()).isEqualTo(Map.of("b", "3"));
        assertThatThrownBy(() -> glue.updateDatabase(
                        request -> request.name("db_update").databaseInput(input -> input.name("db_other"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatHiveChangesIsSeenAndTheRestIsKept() {
        PrincipalPermissions permissions =
                PrincipalPermissions.builder().permissions(Permission.SELECT).build();
        create(input -> input.name("db_both")
                .description("before")
                .parameters(Map.of("mine", "1", "theirs", "1"))
                .createTableDefaultPermissions(permissions));
        Database changed = hive("db_both");
        changed.putToParameters("theirs", "2");
        changed.putToParameters("new", "3");
        changed.setDescription("after");
        lake.hive(hive -> {
            hive.alterDatabase("db_both", changed);
            return true;
        });

        software.amazon.awssdk.services.glue.model.Database database = get("db_both");

        assertThat(database.parameters()).isEqualTo(Map.of("mine", "1", "theirs", "2", "new", "3"));
        assertThat(database.description()).isEqualTo("after");
        assertThat(database.createTableDefaultPermissions()).containsExactly(permissions);
    }

    @Test
    void aDatabaseMadeByHiveIsThereAndDoesNotInheritFromADroppedOne() {
        create(input -> input.name("db_again").description("the first"));
        lake.hive(hive -> {
            hive.dropDatabase("db_again", false, true);
            Database second = new Database();
            second.setName("db_again");
            hive.createDatabase(second);
            return true;
        });

        assertThat(get("db_again").description()).isNull();
        assertThat(get("db_again").locationUri()).isEqualTo("s3://warehouse/db_again.db");
    }

    @Test
    void pagesNeitherRepeatNorHideWhenDatabasesComeAndGo() {
        for (String name : List.of("page_b", "page_d", "page_f", "page_h")) {
            create(input -> input.name(name));
        }
        List<String> seen = new ArrayList<>();
        String token = null;
        boolean changed = false;
        do {
            String next = token;
            GetDatabasesResponse page =
                    glue.getDatabases(request -> request.maxResults(1).nextToken(next));
            page.databaseList().forEach(database -> seen.add(database.name()));
            token = page.nextToken();
            if (!changed && seen.contains("page_d")) {
                changed = true;
                glue.deleteDatabase(request -> request.name("page_b"));
                glue.deleteDatabase(request -> request.name("page_d"));
                create(input -> input.name("page_a"));
                create(input -> input.name("page_g"));
            }
        } while (token != null);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(name -> name.startsWith("page_")))
                .containsExactly("page_b", "page_d", "page_f", "page_g", "page_h");
        assertThatThrownBy(() -> glue.getDatabases(request -> request.nextToken("nonsense")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aDeletedDatabaseTakesItsTablesAndStateWithItAndLeavesTheFiles() throws IOException {
        String database = TestTables.database(glue);
        Path file = lake.bucket().resolve(database).resolve("t/a.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "1");
        glue.createTable(request -> request.databaseName(database)
                .tableInput(
                        TestTables.table("t", lake.location(database + "/t")).build()));

        glue.deleteDatabase(request -> request.name(database));

        assertThatThrownBy(() -> TestTables.get(glue, database, "t")).isInstanceOf(EntityNotFoundException.class);
        assertThat(lake.count("select count(*) from glue_entity where hive_database = '" + database + "'"))
                .isZero();
        assertThat(file).exists();
        assertThatThrownBy(() -> glue.deleteDatabase(request -> request.name("default")))
                .isInstanceOf(InvalidInputException.class);
    }

    private List<String> allNames() {
        return glue.getDatabasesPaginator(request -> {}).stream()
                .flatMap(page -> page.databaseList().stream())
                .map(software.amazon.awssdk.services.glue.model.Database::name)
                .toList();
    }

    private void create(java.util.function.Consumer<DatabaseInput.Builder> input) {
        glue.createDatabase(request -> request.databaseInput(input));
    }

    private software.amazon.awssdk.services.glue.model.Database get(String name) {
        return glue.getDatabase(request -> request.name(name)).database();
    }

    private Database hive(String name) {
        return lake.hive(hive -> hive.getDatabase(name));
    }
}
