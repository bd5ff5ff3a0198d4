import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs the statements of a file, one per line, and prints each row of their results as JSON. */
public class RunSql {
    public static void main(String[] args) throws Exception {
        List<String> statements = Files.readAllLines(Path.of(args[0]));
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.sql.warehouse.dir", "s3://warehouse/")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("hive.exec.dynamic.partition.mode", "nonstrict")
                .enableHiveSupport()
                .getOrCreate()) {
            for (String statement : statements) {
                for (Row row : spark.sql(statement).collectAsList()) {
                    System.out.println("ROW " + row.json());
                }
            }
        }
    }
}
