# The doors of this repository; everything else is Maven (./mvnw).
.DEFAULT_GOAL := help
.PHONY: help test bench demo kar lab receiver fmt

MVN := ./mvnw -B
SANDBOX := sandbox/container/target

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test: ## Build everything and run all tests and checks
	$(MVN) verify

kar: ## Build features/target/opennms-trunkline-plugin.kar
	$(MVN) -q -pl features -am package -DskipTests
	@ls -l features/target/opennms-trunkline-plugin.kar

lab: ## Build lab/target/trunkline-lab.jar
	$(MVN) -q -pl lab -am package -DskipTests
	@ls -l lab/target/trunkline-lab.jar

receiver: ## Build receiver/target/trunkline-receiver.jar
	$(MVN) -q -pl receiver -am package -DskipTests
	@ls -l receiver/target/trunkline-receiver.jar

demo: ## Run the plugin in a container with a simulated network (ONCE=1, RECORDINGS=DIR, SSH_PORT, HTTP_PORT, SNMP_PORT)
	$(MVN) -q -pl sandbox/container -am package -DskipTests
	@exec java -jar $(SANDBOX)/trunkline-sandbox-container.jar \
	  $(if $(ONCE),--once) $(if $(RECORDINGS),--recordings "$(RECORDINGS)") \
	  $(if $(SSH_PORT),--ssh-port $(SSH_PORT)) $(if $(HTTP_PORT),--http-port $(HTTP_PORT)) \
	  $(if $(SNMP_PORT),--snmp-port $(SNMP_PORT))

BENCH := java -Xmx1g -cp benchmarks/target/classes:$$(cat benchmarks/target/classpath) org.opennms.plugins.trunkline.benchmarks

bench: ## Print what each hot path costs, beside a peer or a bound (QUICK=1)
	$(MVN) -q -pl benchmarks,receiver -am package -DskipTests
	@for version in v2c v3; do $(BENCH).DiscoveryBenchmark --snmp $$version || exit 1; done
	@$(BENCH).ClassificationBenchmark
	@$(BENCH).TopologyBenchmark
	@$(BENCH).TelemetryBenchmark --seconds $(if $(QUICK),2,5)
	@$(BENCH).TelemetryKills --seed 8 --kills $(if $(QUICK),20,500)
	@$(BENCH).ReceiverBenchmark --jar receiver/target/trunkline-receiver.jar
	@$(BENCH).TrafficBenchmark
	@$(BENCH).snmp.SnmpBenchmark $(if $(QUICK),--quick)
	@$(BENCH).NeighbourWalkBenchmark
	@$(BENCH).BaselineBenchmark
	@$(BENCH).AnomalyCycleBenchmark

fmt: ## Format the code
	$(MVN) -q spotless:apply
