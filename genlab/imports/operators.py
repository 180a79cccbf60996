"""The operators an imported graph may use: those of feed-forward networks that the browser's runtime has.

None loops, branches, draws random numbers, or makes sequences or text: a graph's work can be read off it.
"""

from __future__ import annotations

OLDEST_OPSET, NEWEST_OPSET = 9, 23

_ARITHMETIC = """Add Sub Mul Div Neg Abs Sqrt Exp Log Pow Reciprocal Min Max Mean Sum Clip Sign Floor Ceil Round Erf
Sin Cos Mod Where Equal Greater GreaterOrEqual Less LessOrEqual And Or Not Xor IsNaN"""
_LAYERS = """Gemm MatMul Einsum Conv ConvTranspose BatchNormalization InstanceNormalization GroupNormalization
LayerNormalization LpNormalization LRN MeanVarianceNormalization RMSNormalization MaxPool AveragePool
GlobalAveragePool GlobalMaxPool Dropout Attention"""
_ACTIVATIONS = """Relu LeakyRelu PRelu Elu Celu Selu Gelu Mish Sigmoid HardSigmoid HardSwish Swish Softplus Softsign
Tanh Softmax LogSoftmax ThresholdedRelu"""
_SHAPES = """Reshape Flatten Transpose Squeeze Unsqueeze Concat Split Slice Gather GatherElements GatherND Expand Tile
Pad Resize Upsample DepthToSpace SpaceToDepth Shape Size Constant ConstantOfShape Cast CastLike Identity Range Trilu
CumSum"""
_REDUCTIONS = """ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceSumSquare ReduceLogSumExp
ArgMax ArgMin"""

KNOWN = frozenset(" ".join((_ARITHMETIC, _LAYERS, _ACTIVATIONS, _SHAPES, _REDUCTIONS)).split())
