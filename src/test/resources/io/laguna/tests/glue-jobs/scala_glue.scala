//: argument --job-language scala
//: argument --class GlueApp
//: argument --day 2021-01-01
//: state SUCCEEDED
//: prints scala_glue 2021-01-01 2
import com.amazonaws.services.glue.GlueContext
import com.amazonaws.services.glue.util.GlueArgParser
import com.amazonaws.services.glue.util.Job
import com.amazonaws.services.glue.util.JsonOptions
import org.apache.spark.SparkContext
import scala.collection.JavaConverters._

object GlueApp {
  def main(sysArgs: Array[String]): Unit = {
    val glueContext: GlueContext = new GlueContext(new SparkContext())
    val args = GlueArgParser.getResolvedOptions(sysArgs, Seq("JOB_NAME", "day").toArray)
    Job.init(args("JOB_NAME"), glueContext, args.asJava)
    val rows = glueContext
      .getSourceWithFormat(
        connectionType = "s3",
        options = JsonOptions("""{"paths": ["s3://glue-jobs/in/rows.json"]}"""),
        transformationContext = "rows",
        format = "json"
      )
      .getDynamicFrame()
    println(s"${args("JOB_NAME")} ${args("day")} ${rows.count}")
    Job.commit()
  }
}
