package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.wire.Rooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.CreateClassifierRequest;
import software.amazon.awssdk.services.glue.model.CsvClassifier;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifiersTest {
    private final Glue service;
    private final GlueClient glue;

    ClassifiersTest(CatalogLake.Running lake) {
        this.service = lake.openAll();
        this.glue =
                Rooms.of(GlueClient.class, service.rooms(CatalogLake.CALLER)).client();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"GrokClassifier\": {\"Name\": \"k1\", \"Classification\": \"app\", \"GrokPattern\": \"%{WORD:w}\","
                        + " \"CustomPatterns\": \"A b\"}}",
                "{\"XMLClassifier\": {\"Name\": \"k2\", \"Classification\": \"xml\", \"RowTag\": \"row\"}}",
                "{\"JsonClassifier\": {\"Name\": \"k3\", \"JsonPath\": \"$.a[*]['b'].*[0]\"}}",
                "{\"CsvClassifier\": {\"Name\": \"k4\", \"Delimiter\": \";\", \"QuoteSymbol\": \"'\", \"ContainsHeader\":"
                        + " \"PRESENT\", \"Header\": [\"a\", \"b\"], \"DisableValueTrimming\": false,"
                        + " \"AllowSingleColumn\": true, \"CustomDatatypeConfigured\": true, \"CustomDatatypes\":"
                        + " [\"INT\", \"DATE\"], \"Serde\": \"OpenCSVSerDe\"}}"
            })
    void aClassifierOfEachKindComesBackAsItWasGiven(String json) {
        CreateClassifierRequest request = ShapeJson.read(json, CreateClassifierRequest.builder());
        glue.createClassifier(request);

        Classifier found = glue.getClassifier(get -> get.name(name(json))).classifier();

        assertThat(ShapeJson.write(found)).contains("\"Version\":1").contains("\"CreationTime\"");
        CreateClassifierRequest again = ShapeJson.read(ShapeJson.write(found), CreateClassifierRequest.builder());
        assertThat(again).isEqualTo(request);
        assertThatThrownBy(() -> glue.createClassifier(request)).isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void anUpdateChangesTheMembersThatAreGivenAndCounts() {
        glue.createClassifier(create ->
                create.csvClassifier(csv -> csv.name("updated").delimiter(",").quoteSymbol("'")));

        glue.updateClassifier(
                update -> update.csvClassifier(csv -> csv.name("updated").delimiter(";")));

        CsvClassifier csv =
                glue.getClassifier(get -> get.name("updated")).classifier().csvClassifier();
        assertThat(csv.delimiter()).isEqualTo(";");
        assertThat(csv.quoteSymbol()).isEqualTo("'");
        assertThat(csv.version()).isEqualTo(2);
        assertThatThrownBy(() -> glue.updateClassifier(update ->
                        update.jsonClassifier(json -> json.name("updated").jsonPath("$"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsDeletedIsGone() {
        glue.createClassifier(
                create -> create.jsonClassifier(json -> json.name("gone").jsonPath("$")));
        glue.deleteClassifier(delete -> delete.name("gone"));

        assertThatThrownBy(() -> glue.deleteClassifier(delete -> delete.name("gone")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.getClassifier(get -> get.name("gone")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                        | Exactly one",
                "{'JsonClassifier': {'Name': 'x', 'JsonPath': '$'}, 'XMLClassifier': {'Name': 'x', 'Classification': 'x'}}"
                        + " | Exactly one",
                "{'JsonClassifier': {'Name': 'x', 'JsonPath': '$..a'}}                     | JsonPath",
                "{'JsonClassifier': {'Name': 'x', 'JsonPath': '$.a[?(@.b)]'}}              | JsonPath",
                "{'JsonClassifier': {'Name': 'x'}}                                         | jsonPath",
                "{'XMLClassifier': {'Name': 'x', 'Classification': 'x', 'RowTag': '<a>'}}  | RowTag",
                "{'CsvClassifier': {'Name': 'x', 'Delimiter': ',', 'QuoteSymbol': ','}}    | must differ",
                "{'CsvClassifier': {'Name': 'x', 'Header': ['a', 'a']}}                    | must differ",
                "{'CsvClassifier': {'Name': 'x', 'CustomDatatypes': ['INTEGER']}}          | custom datatypes",
                "{'GrokClassifier': {'Name': 'x', 'Classification': 'x'}}                  | grokPattern",
            })
    void refusesWhatGlueRefuses(String json, String reason) {
        assertThatThrownBy(() -> glue.createClassifier(
                        ShapeJson.read(json.replace('\'', '"'), CreateClassifierRequest.builder())))
                .isInstanceOf(GlueException.class)
                .hasMessageContaining(reason);
    }

    private static String name(String json) {
        return json.replaceAll(".*\"Name\": \"(k\\d)\".*", "$1");
    }
}
