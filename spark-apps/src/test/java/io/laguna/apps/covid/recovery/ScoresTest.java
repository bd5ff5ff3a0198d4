package io.laguna.apps.covid.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.laguna.apps.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Tuple2;

@ExtendWith(SparkTest.class)
class ScoresTest {

    @Test
    void bothAreasAreThoseOfSparksOwnMetrics(SparkSession spark) {
        Random random = new Random(7);
        Scores scores = new Scores();
        List<Tuple2<Double, Double>> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            boolean died = random.nextInt(10) == 0;
            int percent = (int) Math.max(0, Math.min(100, random.nextGaussian() * 15 + (died ? 60 : 40)));
            scores.add(percent * 100, died, 1);
            rows.add(new Tuple2<>(percent / 100.0, died ? 1.0 : 0.0));
        }
        BinaryClassificationMetrics expected = new BinaryClassificationMetrics(
                spark.createDataset(rows, Encoders.tuple(Encoders.DOUBLE(), Encoders.DOUBLE()))
                        .rdd(),
                0);

        assertThat(scores.quality().auc()).isEqualTo(expected.areaUnderROC(), within(1e-9));
        assertThat(scores.quality().prAuc()).isEqualTo(expected.areaUnderPR(), within(1e-9));
    }

    @Test
    void fromOneHalfOnACaseIsTakenToEndInDeath() {
        Scores scores = new Scores();
        scores.add(4_999, false, 3);
        scores.add(5_000, false, 1);
        scores.add(4_999, true, 1);
        scores.add(5_000, true, 1);

        assertThat(scores.quality().recallRecovered()).isEqualTo(0.75);
        assertThat(scores.quality().recallDied()).isEqualTo(0.5);
    }

    @Test
    void theMajorityBaselineKnowsNoDeath() {
        Scores scores = new Scores();
        scores.add(10, false, 95);
        scores.add(9_000, true, 5);

        assertThat(scores.ofMajority(new TimeSplit.Outcomes(900, 100)).quality())
                .isEqualTo(new Quality(0.5, 0.05, 1, 0));
    }

    @Test
    void theMajorityIsThatOfTheTraining() {
        Scores scores = new Scores();
        scores.add(10, false, 95);
        scores.add(9_000, true, 5);

        assertThat(scores.ofMajority(new TimeSplit.Outcomes(100, 900)).quality())
                .isEqualTo(new Quality(0.5, 0.05, 0, 1));
    }
}
