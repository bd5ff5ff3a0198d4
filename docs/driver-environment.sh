# Sourced: defines `driver MAIN_CLASS ARGUMENTS…`, which runs a job of spark-apps on the lake that ./laguna up keeps up, and
# `submit WORDS…`, a plain spark-submit there.
laguna_home=${laguna_home:-$PWD}
laguna_property() { sed -n "s/^$1=//p" "${LAGUNA_LAKE:-$laguna_home}/.laguna/lake.properties" | sed 's/\\:/:/g'; }
export LAGUNA_S3_ENDPOINT=$(laguna_property endpoint)
laguna_key() { sed -n "s/^$1 = //p" "${LAGUNA_LAKE:-$laguna_home}/.laguna/credentials" | head -n 1; }
export LAGUNA_ACCESS_KEY_ID=$(laguna_key aws_access_key_id) LAGUNA_SECRET_ACCESS_KEY=$(laguna_key aws_secret_access_key)
export AWS_ENDPOINT_URL=$LAGUNA_S3_ENDPOINT AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=$LAGUNA_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY=$LAGUNA_SECRET_ACCESS_KEY
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
unset "${!AWS_ENDPOINT_URL_@}" AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN
export LAGUNA_METASTORE_URI=$(laguna_property metastore)
export SPARK_CONF_DIR=$laguna_home/hive-conf/local HADOOP_CONF_DIR=$laguna_home/hive-conf/local SPARK_LOCAL_IP=127.0.0.1
laguna_python=$laguna_home/engines/python/target/python
export PYSPARK_PYTHON=$laguna_python/bin/python3 PYTHONPATH=$laguna_python/spark/python
submit() {
    java -Xmx2g $(printf -- '--add-opens=java.base/%s=ALL-UNNAMED ' java.lang java.lang.invoke java.lang.reflect java.io \
        java.net java.nio java.util java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch \
        sun.nio.cs sun.security.action sun.util.calendar) \
        -cp "$laguna_home/engines/spark/target/classes:$(cat "$laguna_home/engines/spark/target/classpath"):$SPARK_CONF_DIR" \
        org.apache.spark.deploy.SparkSubmit --master 'local[*]' "$@"
}
driver() {
    local main_class=$1
    shift
    submit --class "$main_class" "$laguna_home/spark-apps/target/laguna-spark-apps.jar" "$@"
}
