# Sourced by the commands beside it. LAGUNA_TOOLS is the folder that Laguna wrote for the environment at hand.
if [ -z "${LAGUNA_TOOLS:-}" ]; then
    echo "${0##*/}: LAGUNA_TOOLS is not set: this command is for the steps that Laguna runs" >&2
    exit 1
fi

# Runs a short program: tool MAIN_CLASS ARGUMENTS…
tool() {
    exec "$JAVA_HOME/bin/java" "@$LAGUNA_TOOLS/java.args" -Xmx512m "$@"
}

# Runs a Spark driver: driver MAIN_CLASS ARGUMENTS…
driver() {
    exec "$JAVA_HOME/bin/java" "@$LAGUNA_TOOLS/java.args" "@$LAGUNA_TOOLS/driver.args" "$@"
}

refuse() {
    echo "${0##*/}: $*" >&2
    exit 1
}
