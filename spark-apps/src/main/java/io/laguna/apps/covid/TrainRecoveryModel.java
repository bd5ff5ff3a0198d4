package io.laguna.apps.covid;

import io.laguna.apps.covid.recovery.RecoveryModel;
import io.laguna.apps.lake.Arguments;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Usage;
import org.apache.spark.sql.SparkSession;

/** The job that trains and tests the recovery model on trusted.cases and keeps it in the refined zone. */
public final class TrainRecoveryModel {

    private static final Usage USAGE =
            Usage.of("TrainRecoveryModel").required("trusted", "s3://trusted").required("refined", "s3://refined");

    private TrainRecoveryModel() {}

    public static void main(String[] args) {
        Arguments arguments = USAGE.parseOrExit(args);
        try (SparkSession spark = Lake.session("TrainRecoveryModel")) {
            System.out.println(new RecoveryModel(spark, arguments.zone("refined")).train());
        }
    }
}
