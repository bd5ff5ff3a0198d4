package io.laguna.emulator.glue.classifier;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Classifier;

/** Classifiers in the state, over one connection to it. */
record ClassifierRecords(Handle handle) {
    private static final String OF = " where account = ? and region = ?";

    /** Adds a classifier; tells whether there was none of the name. */
    boolean insert(Caller caller, Classifier classifier) {
        return handle.execute(
                        "insert into glue_classifier (account, region, name, classifier) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        AnyClassifier.of(classifier).name(),
                        ShapeJson.write(classifier))
                == 1;
    }

    void replace(Caller caller, Classifier classifier) {
        handle.execute(
                "update glue_classifier set classifier = ?" + OF + " and name = ?",
                ShapeJson.write(classifier),
                caller.accountId(),
                caller.region(),
                AnyClassifier.of(classifier).name());
    }

    /** Deletes a classifier; tells whether it was there. */
    boolean delete(Caller caller, String name) {
        return handle.execute(
                        "delete from glue_classifier" + OF + " and name = ?", caller.accountId(), caller.region(), name)
                == 1;
    }

    /** Returns a classifier, held until the end of the transaction. */
    Optional<Classifier> lock(Caller caller, String name) {
        return handle.select(
                        "select classifier from glue_classifier" + OF + " and name = ? for update",
                        caller.accountId(),
                        caller.region(),
                        name)
                .mapTo(String.class)
                .findFirst()
                .map(ClassifierRecords::read);
    }

    /** Returns all classifiers of a caller in the order of their names' characters. */
    List<Classifier> all(Caller caller) {
        return handle.select(
                        "select classifier from glue_classifier" + OF + " order by name collate \"C\"",
                        caller.accountId(),
                        caller.region())
                .mapTo(String.class)
                .map(ClassifierRecords::read)
                .list();
    }

    private static Classifier read(String json) {
        return ShapeJson.read(json, Classifier.builder());
    }
}
