package io.laguna.apps.covid.recovery;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The features of a case, which are known when it is diagnosed.
 *
 * <p>Severity, place of care and the dates of recovery and death are not known then: releases revise them as the
 * illness goes on, so that they tell the outcome itself. The date is not a feature either: a forest cannot say anything
 * about months it has not seen. A case counts as asymptomatic by its state on the day of diagnosis, because for people
 * who fall ill later releases revise the day of the first symptoms too.
 */
final class Features {

    /** The features that are values in an order. A value that is missing, or dates in the wrong order, is -1. */
    static final List<String> NUMBERS =
            List.of("age_years", "asymptomatic", "days_onset_to_diagnosis", "days_onset_to_notification");

    /** The features that are categories. A missing value is a category of its own. */
    static final List<String> CATEGORIES = List.of("sex", "department", "infection_source", "ethnic_group");

    private Features() {}

    static List<String> all() {
        return Stream.concat(NUMBERS.stream(), CATEGORIES.stream()).toList();
    }

    /**
     * Returns the cases of trusted.cases that have ended in recovery or death: {@code case_id, report_date, died} (1.0
     * or 0.0) and the features. Cases that are active, unknown or ended by another cause are left out.
     */
    static Dataset<Row> ofEndedCases(SparkSession spark) {
        return spark.sql(
                """
                SELECT case_id,
                       report_date,
                       CASE outcome WHEN 'Fallecido' THEN 1.0D ELSE 0.0D END AS died,
                       coalesce(CAST(age_years AS DOUBLE), -1.0D) AS age_years,
                       CASE
                           WHEN symptom_onset_date > diagnosed THEN 1.0D
                           WHEN symptom_onset_date <= diagnosed THEN 0.0D
                           WHEN asymptomatic THEN 1.0D
                           ELSE -1.0D
                       END AS asymptomatic,
                       CASE
                           WHEN symptom_onset_date <= diagnosed
                           THEN CAST(datediff(diagnosed, symptom_onset_date) AS DOUBLE)
                           ELSE -1.0D
                       END AS days_onset_to_diagnosis,
                       CASE
                           WHEN symptom_onset_date <= notification_date AND symptom_onset_date <= diagnosed
                           THEN CAST(datediff(notification_date, symptom_onset_date) AS DOUBLE)
                           ELSE -1.0D
                       END AS days_onset_to_notification,
                       coalesce(sex, 'unknown') AS sex,
                       coalesce(department, 'unknown') AS department,
                       coalesce(infection_source, 'unknown') AS infection_source,
                       coalesce(ethnic_group, 'unknown') AS ethnic_group
                FROM (SELECT *, coalesce(diagnosis_date, report_date) AS diagnosed FROM trusted.cases)
                WHERE outcome IN ('Fallecido', 'Recuperado') AND report_date IS NOT NULL
                """);
    }
}
