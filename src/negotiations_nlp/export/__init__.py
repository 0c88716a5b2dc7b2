"""Results as tables and in other libraries' forms. Each module imports its library when it is used.

frames     pandas, Polars and Arrow tables: quotes, entities, mentions
spark      a step on Spark DataFrames, and a whole job from files to files
datasets   a function for ``Dataset.map`` of Hugging Face datasets
sklearn    transformers for scikit-learn
docbin     spaCy's DocBin
"""
