package io.laguna.apps;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An extension that gives a test the Spark session of this JVM as a parameter: real Spark, a catalog in memory that is
 * empty when the test starts. Use it with {@code @ExtendWith} and let the zones lie in a {@code @TempDir}.
 */
public final class SparkTest implements BeforeEachCallback, ParameterResolver {

    /** The session, which the first test starts and all tests share, because a start costs seconds. */
    private static final class Shared {
        static final SparkSession SESSION = start();

        private static SparkSession start() {
            System.setProperty("spark.sql.catalogImplementation", "in-memory");
            return SparkSession.builder()
                    .appName("tests")
                    .master("local[2]")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.shuffle.partitions", 2)
                    .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                    .getOrCreate();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SparkSession spark = Shared.SESSION;
        spark.catalog().clearCache();
        // Jobs set it for themselves.
        spark.conf().unset("spark.sql.adaptive.enabled");
        for (String database : new String[] {"raw", "trusted", "refined"}) {
            spark.sql("DROP DATABASE IF EXISTS " + database + " CASCADE");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Shared.SESSION;
    }
}
