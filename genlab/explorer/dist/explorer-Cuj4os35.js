// \0rolldown/runtime.js
var e = /* @__PURE__ */ ((e) => typeof require < "u" ? require : typeof Proxy < "u" ? new Proxy(e, { get: (e, t) => (typeof require < "u" ? require : e)[t] }) : e)(function(e) {
	if (typeof require < "u") return require.apply(this, arguments);
	throw Error("Calling `require` for \"" + e + "\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.");
}), t = class {
	capacity;
	dropped;
	entries = /* @__PURE__ */ new Map();
	constructor(e, t = () => {}) {
		this.capacity = e, this.dropped = t;
	}
	get(e, t) {
		let n = this.entries.get(e);
		if (n === void 0) {
			let r = t();
			n = r, r instanceof Promise && r.catch(() => this.entries.get(e) === r && this.entries.delete(e));
		} else this.entries.delete(e);
		if (this.entries.set(e, n), this.entries.size > this.capacity) {
			let [e, t] = this.entries.entries().next().value;
			this.entries.delete(e), this.dropped(t);
		}
		return n;
	}
}, n = new t(24);
function r(e, t) {
	return n.get(e, async () => {
		let n;
		try {
			n = await fetch(e);
		} catch {
			throw Error(`The ${t} could not be fetched: the server did not answer.`);
		}
		if (!n.ok) throw Error(`The ${t} could not be fetched: the server answered ${n.status}.`);
		return n.arrayBuffer();
	});
}
async function i(e, t, n) {
	let i = await r(e, n);
	return o(i, 4 * t, n), new Float32Array(i);
}
async function a(e, t, n) {
	let i = await r(e, n);
	return o(i, 4 * t, n), new Int32Array(i);
}
function o(e, t, n) {
	if (e.byteLength !== t) throw Error(`The ${n} are damaged: ${e.byteLength} bytes came, ${t} were announced.`);
}
// src/decode/batch.worker.ts?worker&inline
var s = "var e=/* @__PURE__ */ (e=>typeof require<`u`?require:typeof Proxy<`u`?new Proxy(e,{get:(e,t)=>(typeof require<`u`?require:e)[t]}):e)(function(e){if(typeof require<`u`)return require.apply(this,arguments);throw Error('Calling `require` for \"'+e+\"\\\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.\")}),t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.prototype.hasOwnProperty,a=(t=>typeof e<`u`?e:typeof Proxy<`u`?new Proxy(t,{get:(t,n)=>(typeof e<`u`?e:t)[n]}):t)(function(t){\n/*!\n* ONNX Runtime Web v1.30.0\n* Copyright (c) Microsoft Corporation. All rights reserved.\n* Licensed under the MIT License.\n*/\nif(typeof e<`u`)return e.apply(this,arguments);throw Error(`Dynamic require of \"`+t+`\" is not supported`)}),o=(e,t,n)=>()=>{if(n)throw n[0];try{return e&&(t=e(e=0)),t}catch(e){throw n=[e],e}},s=(e,n)=>{for(var r in n)t(e,r,{get:n[r],enumerable:!0})},c=(e,a,o,s)=>{if(a&&typeof a==`object`||typeof a==`function`)for(let c of r(a))!i.call(e,c)&&c!==o&&t(e,c,{get:()=>a[c],enumerable:!(s=n(a,c))||s.enumerable});return e},l=e=>c(t({},`__esModule`,{value:!0}),e),u,d,f,p,m,h=o(()=>{u=/* @__PURE__ */ new Map,d=[],f=(e,t,n)=>{if(t&&typeof t.init==`function`&&typeof t.createInferenceSessionHandler==`function`){let r=u.get(e);if(r===void 0)u.set(e,{backend:t,priority:n});else{if(r.priority>n)return;if(r.priority===n&&r.backend!==t)throw Error(`cannot register backend \"${e}\" using priority ${n}`)}if(n>=0){let t=d.indexOf(e);t!==-1&&d.splice(t,1);for(let t=0;t<d.length;t++)if(u.get(d[t]).priority<=n){d.splice(t,0,e);return}d.push(e)}}else throw TypeError(`not a valid backend`)},p=async e=>{let t=u.get(e);if(!t)return`backend not found.`;if(t.initialized)return t.backend;if(t.aborted)return t.error;{let n=!!t.initPromise;try{return n||(t.initPromise=t.backend.init(e)),await t.initPromise,t.initialized=!0,t.backend}catch(e){return n||(t.error=`${e}`,t.aborted=!0),t.error}finally{delete t.initPromise}}},m=async e=>{let t=e.executionProviders||[],n=t.map(e=>typeof e==`string`?e:e.name),r=n.length===0?d:n,i,a=[],o=/* @__PURE__ */ new Set;for(let e of r){let t=await p(e);typeof t==`string`?a.push({name:e,err:t}):(i||=t,i===t&&o.add(e))}if(!i)throw Error(`no available backend found. ERR: ${a.map(e=>`[${e.name}] ${e.err}`).join(`, `)}`);for(let{name:e,err:t}of a)n.includes(e)&&console.warn(`removing requested execution provider \"${e}\" from session options because it is not available: ${t}`);let s=t.filter(e=>o.has(typeof e==`string`?e:e.name));return[i,new Proxy(e,{get:(e,t)=>t===`executionProviders`?s:Reflect.get(e,t)})]}}),g=o(()=>{h()}),_,v=o(()=>{_=`1.30.0`}),y,b,ee=o(()=>{v(),y=`warning`,b={wasm:{},webgl:{},webgpu:{},versions:{common:_},set logLevel(e){if(e!==void 0){if(typeof e!=`string`||[`verbose`,`info`,`warning`,`error`,`fatal`].indexOf(e)===-1)throw Error(`Unsupported logging level: ${e}`);y=e}},get logLevel(){return y}},Object.defineProperty(b,\"logLevel\",{enumerable:!0})}),x,te=o(()=>{ee(),x=b}),S,C,ne=o(()=>{S=(e,t)=>{let n=typeof document<`u`?document.createElement(`canvas`):new OffscreenCanvas(1,1);n.width=e.dims[3],n.height=e.dims[2];let r=n.getContext(`2d`);if(r!=null){let i,a;t?.tensorLayout!==void 0&&t.tensorLayout===`NHWC`?(i=e.dims[2],a=e.dims[3]):(i=e.dims[3],a=e.dims[2]);let o=t?.format===void 0?`RGB`:t.format,s=t?.norm,c,l;s===void 0||s.mean===void 0?c=[255,255,255,255]:typeof s.mean==`number`?c=[s.mean,s.mean,s.mean,s.mean]:(c=[s.mean[0],s.mean[1],s.mean[2],0],s.mean[3]!==void 0&&(c[3]=s.mean[3])),s===void 0||s.bias===void 0?l=[0,0,0,0]:typeof s.bias==`number`?l=[s.bias,s.bias,s.bias,s.bias]:(l=[s.bias[0],s.bias[1],s.bias[2],0],s.bias[3]!==void 0&&(l[3]=s.bias[3]));let u=a*i,d=0,f=u,p=u*2,m=-1;o===`RGBA`?(d=0,f=u,p=u*2,m=u*3):o===`RGB`?(d=0,f=u,p=u*2):o===`RBG`&&(d=0,p=u,f=u*2);for(let t=0;t<a;t++)for(let n=0;n<i;n++){let i=(e.data[d++]-l[0])*c[0],a=(e.data[f++]-l[1])*c[1],o=(e.data[p++]-l[2])*c[2],s=m===-1?255:(e.data[m++]-l[3])*c[3];r.fillStyle=`rgba(`+i+`,`+a+`,`+o+`,`+s+`)`,r.fillRect(n,t,1,1)}if(`toDataURL`in n)return n.toDataURL();throw Error(`toDataURL is not supported`)}throw Error(`Can not access image data`)},C=(e,t)=>{let n=typeof document<`u`?document.createElement(`canvas`).getContext(`2d`):new OffscreenCanvas(1,1).getContext(`2d`),r;if(n!=null){let i,a,o;t?.tensorLayout!==void 0&&t.tensorLayout===`NHWC`?(i=e.dims[2],a=e.dims[1],o=e.dims[3]):(i=e.dims[3],a=e.dims[2],o=e.dims[1]);let s=t!==void 0&&t.format!==void 0?t.format:`RGB`,c=t?.norm,l,u;c===void 0||c.mean===void 0?l=[255,255,255,255]:typeof c.mean==`number`?l=[c.mean,c.mean,c.mean,c.mean]:(l=[c.mean[0],c.mean[1],c.mean[2],255],c.mean[3]!==void 0&&(l[3]=c.mean[3])),c===void 0||c.bias===void 0?u=[0,0,0,0]:typeof c.bias==`number`?u=[c.bias,c.bias,c.bias,c.bias]:(u=[c.bias[0],c.bias[1],c.bias[2],0],c.bias[3]!==void 0&&(u[3]=c.bias[3]));let d=a*i;if(t!==void 0&&(t.format!==void 0&&o===4&&t.format!==`RGBA`||o===3&&t.format!==`RGB`&&t.format!==`BGR`))throw Error(`Tensor format doesn't match input tensor dims`);let f=0,p=1,m=2,h=3,g=0,_=d,v=d*2,y=-1;s===`RGBA`?(g=0,_=d,v=d*2,y=d*3):s===`RGB`?(g=0,_=d,v=d*2):s===`RBG`&&(g=0,v=d,_=d*2),r=n.createImageData(i,a);for(let t=0;t<a*i;f+=4,p+=4,m+=4,h+=4,t++)r.data[f]=(e.data[g++]-u[0])*l[0],r.data[p]=(e.data[_++]-u[1])*l[1],r.data[m]=(e.data[v++]-u[2])*l[2],r.data[h]=y===-1?255:(e.data[y++]-u[3])*l[3]}else throw Error(`Can not access image data`);return r}}),w,re,ie,ae,oe,se,ce=o(()=>{he(),w=(e,t)=>{if(e===void 0)throw Error(`Image buffer must be defined`);if(t.height===void 0||t.width===void 0)throw Error(`Image height and width must be defined`);if(t.tensorLayout===`NHWC`)throw Error(`NHWC Tensor layout is not supported yet`);let{height:n,width:r}=t,i=t.norm??{mean:255,bias:0},a,o;a=typeof i.mean==`number`?[i.mean,i.mean,i.mean,i.mean]:[i.mean[0],i.mean[1],i.mean[2],i.mean[3]??255],o=typeof i.bias==`number`?[i.bias,i.bias,i.bias,i.bias]:[i.bias[0],i.bias[1],i.bias[2],i.bias[3]??0];let s=t.format===void 0?`RGBA`:t.format,c=t.tensorFormat!==void 0&&t.tensorFormat!==void 0?t.tensorFormat:`RGB`,l=n*r,u=c===`RGBA`?new Float32Array(l*4):new Float32Array(l*3),d=4,f=0,p=1,m=2,h=3,g=0,_=l,v=l*2,y=-1;s===`RGB`&&(d=3,f=0,p=1,m=2,h=-1),c===`RGBA`?y=l*3:c===`RBG`?(g=0,v=l,_=l*2):c===`BGR`&&(v=0,_=l,g=l*2);for(let t=0;t<l;t++,f+=d,m+=d,p+=d,h+=d)u[g++]=(e[f]+o[0])/a[0],u[_++]=(e[p]+o[1])/a[1],u[v++]=(e[m]+o[2])/a[2],y!==-1&&h!==-1&&(u[y++]=(e[h]+o[3])/a[3]);return c===`RGBA`?new D(`float32`,u,[1,4,n,r]):new D(`float32`,u,[1,3,n,r])},re=async(e,t)=>{let n=typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement,r=typeof ImageData<`u`&&e instanceof ImageData,i=typeof ImageBitmap<`u`&&e instanceof ImageBitmap,a=typeof e==`string`,o,s=t??{},c=()=>{if(typeof document<`u`)return document.createElement(`canvas`);if(typeof OffscreenCanvas<`u`)return new OffscreenCanvas(1,1);throw Error(`Canvas is not supported`)},l=e=>typeof HTMLCanvasElement<`u`&&e instanceof HTMLCanvasElement||e instanceof OffscreenCanvas?e.getContext(`2d`):null;if(n){let n=c();n.width=e.width,n.height=e.height;let r=l(n);if(r!=null){let n=e.height,i=e.width;if(t!==void 0&&t.resizedHeight!==void 0&&t.resizedWidth!==void 0&&(n=t.resizedHeight,i=t.resizedWidth),t!==void 0){if(s=t,t.tensorFormat!==void 0)throw Error(`Image input config format must be RGBA for HTMLImageElement`);s.tensorFormat=`RGBA`,s.height=n,s.width=i}else s.tensorFormat=`RGBA`,s.height=n,s.width=i;r.drawImage(e,0,0),o=r.getImageData(0,0,i,n).data}else throw Error(`Can not access image data`)}else if(r){let n,r;if(t!==void 0&&t.resizedWidth!==void 0&&t.resizedHeight!==void 0?(n=t.resizedHeight,r=t.resizedWidth):(n=e.height,r=e.width),t!==void 0&&(s=t),s.format=`RGBA`,s.height=n,s.width=r,t!==void 0){let t=c();t.width=r,t.height=n;let i=l(t);if(i!=null)i.putImageData(e,0,0),o=i.getImageData(0,0,r,n).data;else throw Error(`Can not access image data`)}else o=e.data}else if(i){if(t===void 0)throw Error(`Please provide image config with format for Imagebitmap`);let n=c();n.width=e.width,n.height=e.height;let r=l(n);if(r!=null){let t=e.height,n=e.width;return r.drawImage(e,0,0,n,t),o=r.getImageData(0,0,n,t).data,s.height=t,s.width=n,w(o,s)}throw Error(`Can not access image data`)}else{if(a)return new Promise((t,n)=>{let r=c(),i=l(r);if(!e||!i)return n();let a=new Image;a.crossOrigin=`Anonymous`,a.src=e,a.onload=()=>{r.width=a.width,r.height=a.height,i.drawImage(a,0,0,r.width,r.height);let e=i.getImageData(0,0,r.width,r.height);s.height=r.height,s.width=r.width,t(w(e.data,s))}});throw Error(`Input data provided is not supported - aborted tensor creation`)}if(o!==void 0)return w(o,s);throw Error(`Input data provided is not supported - aborted tensor creation`)},ie=(e,t)=>{let{width:n,height:r,download:i,dispose:a}=t;return new D({location:`texture`,type:`float32`,texture:e,dims:[1,r,n,4],download:i,dispose:a})},ae=(e,t)=>{let{dataType:n,dims:r,download:i,dispose:a}=t;return new D({location:`gpu-buffer`,type:n??`float32`,gpuBuffer:e,dims:r,download:i,dispose:a})},oe=(e,t)=>{let{dataType:n,dims:r,download:i,dispose:a}=t;return new D({location:`ml-tensor`,type:n??`float32`,mlTensor:e,dims:r,download:i,dispose:a})},se=(e,t,n)=>new D({location:`cpu-pinned`,type:e,data:t,dims:n??[t.length]})}),T,E,le,ue,de=o(()=>{T=/* @__PURE__ */ new Map([[`float32`,Float32Array],[`uint8`,Uint8Array],[`int8`,Int8Array],[`uint16`,Uint16Array],[`int16`,Int16Array],[`int32`,Int32Array],[`bool`,Uint8Array],[`float64`,Float64Array],[`uint32`,Uint32Array],[`int4`,Uint8Array],[`uint4`,Uint8Array]]),E=/* @__PURE__ */ new Map([[Float32Array,`float32`],[Uint8Array,`uint8`],[Int8Array,`int8`],[Uint16Array,`uint16`],[Int16Array,`int16`],[Int32Array,`int32`],[Float64Array,`float64`],[Uint32Array,`uint32`]]),le=!1,ue=()=>{if(!le){le=!0;let e=typeof BigInt64Array<`u`&&BigInt64Array.from,t=typeof BigUint64Array<`u`&&BigUint64Array.from,n=globalThis.Float16Array,r=typeof n<`u`&&n.from;e&&(T.set(`int64`,BigInt64Array),E.set(BigInt64Array,`int64`)),t&&(T.set(`uint64`,BigUint64Array),E.set(BigUint64Array,`uint64`)),r?(T.set(`float16`,n),E.set(n,`float16`)):T.set(`float16`,Uint16Array)}}}),fe,pe,me=o(()=>{he(),fe=e=>{let t=1;for(let n=0;n<e.length;n++){let r=e[n];if(typeof r!=`number`||!Number.isSafeInteger(r))throw TypeError(`dims[${n}] must be an integer, got: ${r}`);if(r<0)throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);t*=r}return t},pe=(e,t)=>{switch(e.location){case`cpu`:return new D(e.type,e.data,t);case`cpu-pinned`:return new D({location:`cpu-pinned`,data:e.data,type:e.type,dims:t});case`texture`:return new D({location:`texture`,texture:e.texture,type:e.type,dims:t});case`gpu-buffer`:return new D({location:`gpu-buffer`,gpuBuffer:e.gpuBuffer,type:e.type,dims:t});case`ml-tensor`:return new D({location:`ml-tensor`,mlTensor:e.mlTensor,type:e.type,dims:t});default:throw Error(`tensorReshape: tensor location ${e.location} is not supported`)}}}),D,he=o(()=>{ne(),ce(),de(),me(),D=class{constructor(e,t,n){ue();let r,i;if(typeof e==`object`&&`location`in e)switch(this.dataLocation=e.location,r=e.type,i=e.dims,e.location){case`cpu-pinned`:{let t=T.get(r);if(!t)throw TypeError(`unsupported type \"${r}\" to create tensor from pinned buffer`);if(!(e.data instanceof t))throw TypeError(`buffer should be of type ${t.name}`);this.cpuData=e.data;break}case`texture`:if(r!==`float32`)throw TypeError(`unsupported type \"${r}\" to create tensor from texture`);this.gpuTextureData=e.texture,this.downloader=e.download,this.disposer=e.dispose;break;case`gpu-buffer`:if(r!==`float32`&&r!==`float16`&&r!==`int32`&&r!==`int64`&&r!==`uint32`&&r!==`uint8`&&r!==`bool`&&r!==`uint4`&&r!==`int4`)throw TypeError(`unsupported type \"${r}\" to create tensor from gpu buffer`);this.gpuBufferData=e.gpuBuffer,this.downloader=e.download,this.disposer=e.dispose;break;case`ml-tensor`:if(r!==`float32`&&r!==`float16`&&r!==`int32`&&r!==`int64`&&r!==`uint32`&&r!==`uint64`&&r!==`int8`&&r!==`uint8`&&r!==`bool`&&r!==`uint4`&&r!==`int4`)throw TypeError(`unsupported type \"${r}\" to create tensor from MLTensor`);this.mlTensorData=e.mlTensor,this.downloader=e.download,this.disposer=e.dispose;break;default:throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`)}else{let a,o;if(typeof e==`string`){if(r=e,o=n,e===`string`){if(!Array.isArray(t))throw TypeError(`A string tensor's data must be a string array.`);a=t}else{let n=T.get(e);if(n===void 0)throw TypeError(`Unsupported tensor type: ${e}.`);if(Array.isArray(t)){if(e===`float16`&&n===Uint16Array||e===`uint4`||e===`int4`)throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);a=e===`uint64`||e===`int64`?n.from(t,BigInt):n.from(t)}else if(t instanceof n)a=t;else if(t instanceof Uint8ClampedArray){if(e===`uint8`)a=Uint8Array.from(t);else throw TypeError(`A Uint8ClampedArray tensor's data must be type of uint8`)}else if(e===`float16`&&t instanceof Uint16Array&&n!==Uint16Array)a=new globalThis.Float16Array(t.buffer,t.byteOffset,t.length);else throw TypeError(`A ${r} tensor's data must be type of ${n}`)}}else if(o=t,Array.isArray(e)){if(e.length===0)throw TypeError(`Tensor type cannot be inferred from an empty array.`);let t=typeof e[0];if(t===`string`)r=`string`,a=e;else if(t===`boolean`)r=`bool`,a=Uint8Array.from(e);else throw TypeError(`Invalid element type of data array: ${t}.`)}else if(e instanceof Uint8ClampedArray)r=`uint8`,a=Uint8Array.from(e);else{let t=E.get(e.constructor);if(t===void 0)throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);r=t,a=e}if(o===void 0)o=[a.length];else if(!Array.isArray(o))throw TypeError(`A tensor's dims must be a number array`);i=o,this.cpuData=a,this.dataLocation=`cpu`}let a=fe(i);if(this.cpuData&&a!==this.cpuData.length&&(r!==`uint4`&&r!==`int4`||Math.ceil(a/2)!==this.cpuData.length))throw Error(`Tensor's size(${a}) does not match data length(${this.cpuData.length}).`);this.type=r,this.dims=i,this.size=a}static async fromImage(e,t){return re(e,t)}static fromTexture(e,t){return ie(e,t)}static fromGpuBuffer(e,t){return ae(e,t)}static fromMLTensor(e,t){return oe(e,t)}static fromPinnedBuffer(e,t,n){return se(e,t,n)}toDataURL(e){return S(this,e)}toImageData(e){return C(this,e)}get data(){if(this.ensureValid(),!this.cpuData)throw Error(\"The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.\");return this.cpuData}get location(){return this.dataLocation}get texture(){if(this.ensureValid(),!this.gpuTextureData)throw Error(`The data is not stored as a WebGL texture.`);return this.gpuTextureData}get gpuBuffer(){if(this.ensureValid(),!this.gpuBufferData)throw Error(`The data is not stored as a WebGPU buffer.`);return this.gpuBufferData}get mlTensor(){if(this.ensureValid(),!this.mlTensorData)throw Error(`The data is not stored as a WebNN MLTensor.`);return this.mlTensorData}async getData(e){switch(this.ensureValid(),this.dataLocation){case`cpu`:case`cpu-pinned`:return this.data;case`texture`:case`gpu-buffer`:case`ml-tensor`:if(!this.downloader)throw Error(`The current tensor is not created with a specified data downloader.`);if(this.isDownloading)throw Error(`The current tensor is being downloaded.`);try{this.isDownloading=!0;let t=await this.downloader();return this.downloader=void 0,this.dataLocation=`cpu`,this.cpuData=t,e&&this.disposer&&(this.disposer(),this.disposer=void 0),t}finally{this.isDownloading=!1}default:throw Error(`cannot get data from location: ${this.dataLocation}`)}}dispose(){if(this.isDownloading)throw Error(`The current tensor is being downloaded.`);this.disposer&&=(this.disposer(),void 0),this.cpuData=void 0,this.gpuTextureData=void 0,this.gpuBufferData=void 0,this.mlTensorData=void 0,this.downloader=void 0,this.isDownloading=void 0,this.dataLocation=`none`}ensureValid(){if(this.dataLocation===`none`)throw Error(`The tensor is disposed.`)}reshape(e){if(this.ensureValid(),this.downloader||this.disposer)throw Error(`Cannot reshape a tensor that owns GPU resource.`);return pe(this,e)}}}),O,ge=o(()=>{he(),O=D}),_e,ve,k,A,j,M,ye=o(()=>{ee(),_e=(e,t)=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.timeStamp(`${e}::ORT::${t}`)},ve=(e,t)=>{let n=(/* @__PURE__ */ Error()).stack?.split(/\\r\\n|\\r|\\n/g)||[],r=!1;for(let i=0;i<n.length;i++){if(r&&!n[i].includes(`TRACE_FUNC`)){let r=`FUNC_${e}::${n[i].trim().split(` `)[1]}`;t&&(r+=`::${t}`),_e(`CPU`,r);return}n[i].includes(`TRACE_FUNC`)&&(r=!0)}},k=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||ve(`BEGIN`,e)},A=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||ve(`END`,e)},j=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.time(`ORT::${e}`)},M=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.timeEnd(`ORT::${e}`)}}),be,xe=o(()=>{h(),ge(),ye(),be=class e{constructor(e){this.handler=e}async run(e,t,n){k(),j(`InferenceSession.run`);let r={},i={};if(typeof e!=`object`||!e||e instanceof O||Array.isArray(e))throw TypeError(`'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.`);let a=!0;if(typeof t==`object`){if(t===null)throw TypeError(`Unexpected argument[1]: cannot be null.`);if(t instanceof O)throw TypeError(`'fetches' cannot be a Tensor`);if(Array.isArray(t)){if(t.length===0)throw TypeError(`'fetches' cannot be an empty array.`);a=!1;for(let e of t){if(typeof e!=`string`)throw TypeError(`'fetches' must be a string array or an object.`);if(this.outputNames.indexOf(e)===-1)throw RangeError(`'fetches' contains invalid output name: ${e}.`);r[e]=null}if(typeof n==`object`&&n)i=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else{let e=!1,o=Object.getOwnPropertyNames(t);for(let n of this.outputNames)if(o.indexOf(n)!==-1){let i=t[n];(i===null||i instanceof O)&&(e=!0,a=!1,r[n]=i)}if(e){if(typeof n==`object`&&n)i=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else i=t}}else if(typeof t<`u`)throw TypeError(`Unexpected argument[1]: must be 'fetches' or 'options'.`);for(let t of this.inputNames)if(typeof e[t]>`u`)throw Error(`input '${t}' is missing in 'feeds'.`);if(a)for(let e of this.outputNames)r[e]=null;let o=await this.handler.run(e,r,i),s={};for(let e in o)if(Object.hasOwnProperty.call(o,e)){let t=o[e];s[e]=t instanceof O?t:new O(t.type,t.data,t.dims)}return M(`InferenceSession.run`),A(),s}async release(){return this.handler.dispose()}static async create(t,n,r,i){k(),j(`InferenceSession.create`);let a,o={};if(typeof t==`string`){if(a=t,typeof n==`object`&&n)o=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else if(t instanceof Uint8Array){if(a=t,typeof n==`object`&&n)o=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else if(t instanceof ArrayBuffer||typeof SharedArrayBuffer<`u`&&t instanceof SharedArrayBuffer){let e=t,s=0,c=t.byteLength;if(typeof n==`object`&&n)o=n;else if(typeof n==`number`){if(s=n,!Number.isSafeInteger(s))throw RangeError(`'byteOffset' must be an integer.`);if(s<0||s>=e.byteLength)throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);if(c=t.byteLength-s,typeof r==`number`){if(c=r,!Number.isSafeInteger(c))throw RangeError(`'byteLength' must be an integer.`);if(c<=0||s+c>e.byteLength)throw RangeError(`'byteLength' is out of range (0, ${e.byteLength-s}].`);if(typeof i==`object`&&i)o=i;else if(typeof i<`u`)throw TypeError(`'options' must be an object.`)}else if(typeof r<`u`)throw TypeError(`'byteLength' must be a number.`)}else if(typeof n<`u`)throw TypeError(`'options' must be an object.`);a=new Uint8Array(e,s,c)}else throw TypeError(`Unexpected argument[0]: must be 'path' or 'buffer'.`);let[s,c]=await m(o),l=await s.createInferenceSessionHandler(a,c);return M(`InferenceSession.create`),A(),new e(l)}startProfiling(){this.handler.startProfiling()}endProfiling(){this.handler.endProfiling()}get inputNames(){return this.handler.inputNames}get outputNames(){return this.handler.outputNames}get inputMetadata(){return this.handler.inputMetadata}get outputMetadata(){return this.handler.outputMetadata}}}),Se,Ce=o(()=>{xe(),Se=be}),we=o(()=>{}),Te=o(()=>{}),Ee=o(()=>{}),De=o(()=>{});s({},{InferenceSession:()=>Se,TRACE:()=>_e,TRACE_EVENT_BEGIN:()=>j,TRACE_EVENT_END:()=>M,TRACE_FUNC_BEGIN:()=>k,TRACE_FUNC_END:()=>A,Tensor:()=>O,env:()=>x,registerBackend:()=>f});var N=o(()=>{g(),te(),Ce(),ge(),we(),Te(),ye(),Ee(),De()}),Oe=o(()=>{}),ke={};s(ke,{default:()=>Me});var Ae,je,Me,Ne=o(()=>{kt(),z(),Ke(),Ae=`ort-wasm-proxy-worker`,je=globalThis.self?.name===Ae,je&&(self.onmessage=e=>{let{type:t,in:n}=e.data;try{switch(t){case`init-wasm`:Qe(n.wasm).then(()=>{vt(n).then(()=>{postMessage({type:t})},e=>{postMessage({type:t,err:e})})},e=>{postMessage({type:t,err:e})});break;case`init-ep`:{let{epName:e,env:r}=n;yt(r,e).then(()=>{postMessage({type:t})},e=>{postMessage({type:t,err:e})});break}case`copy-from`:{let{buffer:e}=n,r=St(e);postMessage({type:t,out:r});break}case`create`:{let{model:e,options:r}=n;Ct(e,r).then(e=>{postMessage({type:t,out:e})},e=>{postMessage({type:t,err:e})});break}case`release`:wt(n),postMessage({type:t});break;case`run`:{let{sessionId:e,inputIndices:r,inputs:i,outputIndices:a,options:o}=n;Et(e,r,i,a,Array(a.length).fill(null),o).then(e=>{e.some(e=>e[3]!==`cpu`)?postMessage({type:t,err:`Proxy does not support non-cpu tensor location.`}):postMessage({type:t,out:e},Ot([...i,...e]))},e=>{postMessage({type:t,err:e})});break}case`end-profiling`:Dt(n),postMessage({type:t})}}catch(e){postMessage({type:t,err:e})}}),Me=je?null:e=>new Worker(e??P,{type:`module`,name:Ae})}),Pe,Fe,Ie,P,Le,F,Re,ze,Be,Ve,He,Ue,We,Ge,Ke=o(()=>{Oe(),Pe=typeof location>`u`?void 0:location.origin,Fe=import.meta.url>`file:`&&import.meta.url<`file;`,Ie=()=>Fe?new URL(new URL(`ort.wasm.min.mjs`,import.meta.url).href,Pe).href:import.meta.url,P=Ie(),Le=()=>{if(P&&!P.startsWith(`blob:`))return P.substring(0,P.lastIndexOf(`/`)+1)},F=(e,t)=>{try{let n=t??P;return(n?new URL(e,n):new URL(e)).origin===Pe}catch{return!1}},Re=(e,t)=>{let n=t??P;try{return(n?new URL(e,n):new URL(e)).href}catch{return}},ze=(e,t)=>`${t??`./`}${e}`,Be=async e=>{let t=await(await fetch(e,{credentials:`same-origin`})).blob();return URL.createObjectURL(t)},Ve=async e=>(await import(\n/*webpackIgnore:true*/\n/*@vite-ignore*/\ne)).default,He=(Ne(),l(ke)).default,Ue=async()=>{if(!P)throw Error(`Failed to load proxy worker: cannot determine the script source URL.`);if(F(P))return[void 0,He()];let e=await Be(P);return[e,He(e)]},We=void 0,Ge=async(e,t,n,r)=>{let i=We&&!(e||t);if(i){if(P)i=F(P)||r&&!n;else if(r&&!n)i=!0;else throw Error(`cannot determine the script source URL.`)}if(i)return[void 0,We];{let r=`ort-wasm-simd-threaded.mjs`,i=e??Re(r,t),a=n&&i&&!F(i,t),o=a?await Be(i):i??ze(r,t);return[a?o:void 0,await Ve(o)]}}}),qe,I,L,Je,Ye,Xe,Ze,Qe,R,z=o(()=>{Ke(),I=!1,L=!1,Je=!1,Ye=()=>{if(typeof SharedArrayBuffer>`u`)return!1;try{return typeof MessageChannel<`u`&&new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)),WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,5,4,1,3,1,1,10,11,1,9,0,65,0,254,16,2,0,26,11]))}catch{return!1}},Xe=()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,10,30,1,28,0,65,0,253,15,253,12,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,253,186,1,26,11]))}catch{return!1}},Ze=()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,96,0,1,123,3,2,1,0,10,19,1,17,0,65,1,253,15,65,2,253,15,65,3,253,15,253,147,2,11]))}catch{return!1}},Qe=async e=>{if(I)return Promise.resolve();if(L)throw Error(`multiple calls to 'initializeWebAssembly()' detected.`);if(Je)throw Error(`previous call to 'initializeWebAssembly()' failed.`);L=!0;let t=e.initTimeout,n=e.numThreads;if(e.simd!==!1){if(e.simd===`relaxed`){if(!Ze())throw Error(`Relaxed WebAssembly SIMD is not supported in the current environment.`)}else if(!Xe())throw Error(`WebAssembly SIMD is not supported in the current environment.`)}let r=Ye();n>1&&!r&&(typeof self<`u`&&!self.crossOriginIsolated&&console.warn(`env.wasm.numThreads is set to `+n+`, but this will not work unless you enable crossOriginIsolated mode. See https://web.dev/cross-origin-isolation-guide/ for more info.`),console.warn(`WebAssembly multi-threading is not supported in the current environment. Falling back to single-threading.`),e.numThreads=n=1);let i=e.wasmPaths,a=typeof i==`string`?i:void 0,o=i?.mjs,s=o?.href??o,c=i?.wasm,l=c?.href??c,u=e.wasmBinary,[d,f]=await Ge(s,a,n>1,!!u||!!l),p=!1,m=[];if(t>0&&m.push(new Promise(e=>{setTimeout(()=>{p=!0,e()},t)})),m.push(new Promise((e,t)=>{let r={numThreads:n};if(u)r.wasmBinary=u,r.locateFile=e=>e;else if(l||a)r.locateFile=e=>l??a+e;else if(s&&s.indexOf(`blob:`)!==0)r.locateFile=e=>new URL(e,s).href;else if(d){let e=Le();e&&(r.locateFile=t=>e+t)}f(r).then(t=>{L=!1,I=!0,qe=t,e(),d&&URL.revokeObjectURL(d)},e=>{L=!1,Je=!0,t(e)})})),await Promise.race(m),p)throw Error(`WebAssembly backend initializing failed due to timeout: ${t}ms`)},R=()=>{if(I&&qe)return qe;throw Error(`WebAssembly is not initialized yet.`)}}),B,V,H,$e=o(()=>{z(),B=(e,t)=>{let n=R(),r=n.lengthBytesUTF8(e)+1,i=n._malloc(r);return n.stringToUTF8(e,i,r),t.push(i),i},V=(e,t,n,r)=>{if(typeof e==`object`&&e){if(n.has(e))throw Error(`Circular reference in options`);n.add(e)}Object.entries(e).forEach(([e,i])=>{let a=t?t+e:e;if(typeof i==`object`)V(i,a+`.`,n,r);else if(typeof i==`string`||typeof i==`number`)r(a,i.toString());else if(typeof i==`boolean`)r(a,i?`1`:`0`);else throw Error(`Can't handle extra config type: ${typeof i}`)})},H=e=>{let t=R(),n=t.stackSave();try{let n=t.PTR_SIZE,r=t.stackAlloc(2*n);t._OrtGetLastError(r,r+n);let i=Number(t.getValue(r,n===4?`i32`:`i64`)),a=t.getValue(r+n,`*`),o=a?t.UTF8ToString(a):``;throw Error(`${e} ERROR_CODE: ${i}, ERROR_MESSAGE: ${o}`)}finally{t.stackRestore(n)}}}),et,tt=o(()=>{z(),$e(),et=e=>{let t=R(),n=0,r=[],i=e||{};try{if(e?.logSeverityLevel===void 0)i.logSeverityLevel=2;else if(typeof e.logSeverityLevel!=`number`||!Number.isInteger(e.logSeverityLevel)||e.logSeverityLevel<0||e.logSeverityLevel>4)throw Error(`log severity level is not valid: ${e.logSeverityLevel}`);if(e?.logVerbosityLevel===void 0)i.logVerbosityLevel=0;else if(typeof e.logVerbosityLevel!=`number`||!Number.isInteger(e.logVerbosityLevel))throw Error(`log verbosity level is not valid: ${e.logVerbosityLevel}`);e?.terminate===void 0&&(i.terminate=!1);let a=0;return e?.tag!==void 0&&(a=B(e.tag,r)),n=t._OrtCreateRunOptions(i.logSeverityLevel,i.logVerbosityLevel,!!i.terminate,a),n===0&&H(`Can't create run options.`),e?.extra!==void 0&&V(e.extra,``,/* @__PURE__ */ new WeakSet,(e,i)=>{let a=B(e,r),o=B(i,r);t._OrtAddRunConfigEntry(n,a,o)!==0&&H(`Can't set a run config entry: ${e} - ${i}.`)}),[n,r]}catch(e){throw n!==0&&t._OrtReleaseRunOptions(n),r.forEach(e=>t._free(e)),e}}}),nt,rt,it,U,at,ot,st=o(()=>{z(),$e(),nt=e=>{switch(e){case`disabled`:return 0;case`basic`:return 1;case`extended`:return 2;case`layout`:return 3;case`all`:return 99;default:throw Error(`unsupported graph optimization level: ${e}`)}},rt=e=>{switch(e){case`sequential`:return 0;case`parallel`:return 1;default:throw Error(`unsupported execution mode: ${e}`)}},it=e=>{e.extra||={},e.extra.session||(e.extra.session={});let t=e.extra.session;t.use_ort_model_bytes_directly||=`1`,e.executionProviders&&e.executionProviders.some(e=>(typeof e==`string`?e:e.name)===`webgpu`)&&(e.enableMemPattern=!1)},U=(e,t,n,r)=>{let i=B(t,r),a=B(n,r);R()._OrtAddSessionConfigEntry(e,i,a)!==0&&H(`Can't set a session config entry: ${t} - ${n}.`)},at=async(e,t,n)=>{let r=t.executionProviders;for(let t of r){let r=typeof t==`string`?t:t.name,i=[];switch(r){case`webnn`:if(r=`WEBNN`,U(e,`session.disable_quant_qdq`,`1`,n),U(e,`session.disable_qdq_constant_folding`,`1`,n),typeof t!=`string`){let r=t?.deviceType;r&&U(e,`deviceType`,r,n)}break;case`webgpu`:if(r=`JS`,typeof t!=`string`){let r=t;if(r?.preferredLayout){if(r.preferredLayout!==`NCHW`&&r.preferredLayout!==`NHWC`)throw Error(`preferredLayout must be either 'NCHW' or 'NHWC': ${r.preferredLayout}`);U(e,`preferredLayout`,r.preferredLayout,n)}}break;case`wasm`:case`cpu`:continue;default:throw Error(`not supported execution provider: ${r}`)}let a=B(r,n),o=i.length,s=0,c=0;if(o>0){s=R()._malloc(o*R().PTR_SIZE),n.push(s),c=R()._malloc(o*R().PTR_SIZE),n.push(c);for(let e=0;e<o;e++)R().setValue(s+e*R().PTR_SIZE,i[e][0],`*`),R().setValue(c+e*R().PTR_SIZE,i[e][1],`*`)}await R()._OrtAppendExecutionProvider(e,a,s,c,o)!==0&&H(`Can't append execution provider: ${r}.`)}},ot=async e=>{let t=R(),n=0,r=[],i=e||{};it(i);try{let e=nt(i.graphOptimizationLevel??`all`),a=rt(i.executionMode??`sequential`),o=typeof i.logId==`string`?B(i.logId,r):0,s=i.logSeverityLevel??2;if(!Number.isInteger(s)||s<0||s>4)throw Error(`log severity level is not valid: ${s}`);let c=i.logVerbosityLevel??0;if(!Number.isInteger(c)||c<0||c>4)throw Error(`log verbosity level is not valid: ${c}`);let l=typeof i.optimizedModelFilePath==`string`?B(i.optimizedModelFilePath,r):0;if(n=t._OrtCreateSessionOptions(e,!!i.enableCpuMemArena,!!i.enableMemPattern,a,!!i.enableProfiling,0,o,s,c,l),n===0&&H(`Can't create session options.`),i.executionProviders&&await at(n,i,r),i.enableGraphCapture!==void 0){if(typeof i.enableGraphCapture!=`boolean`)throw Error(`enableGraphCapture must be a boolean value: ${i.enableGraphCapture}`);U(n,`enableGraphCapture`,i.enableGraphCapture.toString(),r)}if(i.freeDimensionOverrides)for(let[e,a]of Object.entries(i.freeDimensionOverrides)){if(typeof e!=`string`)throw Error(`free dimension override name must be a string: ${e}`);if(typeof a!=`number`||!Number.isInteger(a)||a<0)throw Error(`free dimension override value must be a non-negative integer: ${a}`);let i=B(e,r);t._OrtAddFreeDimensionOverride(n,i,a)!==0&&H(`Can't set a free dimension override: ${e} - ${a}.`)}return i.extra!==void 0&&V(i.extra,``,/* @__PURE__ */ new WeakSet,(e,t)=>{U(n,e,t,r)}),[n,r]}catch(e){throw n!==0&&t._OrtReleaseSessionOptions(n)!==0&&H(`Can't release session options.`),r.forEach(e=>t._free(e)),e}}}),W,ct,G,lt,ut,dt,ft,pt,mt=o(()=>{W=e=>{switch(e){case`int8`:return 3;case`uint8`:return 2;case`bool`:return 9;case`int16`:return 5;case`uint16`:return 4;case`int32`:return 6;case`uint32`:return 12;case`float16`:return 10;case`float32`:return 1;case`float64`:return 11;case`string`:return 8;case`int64`:return 7;case`uint64`:return 13;case`int4`:return 22;case`uint4`:return 21;default:throw Error(`unsupported data type: ${e}`)}},ct=e=>{switch(e){case 3:return`int8`;case 2:return`uint8`;case 9:return`bool`;case 5:return`int16`;case 4:return`uint16`;case 6:return`int32`;case 12:return`uint32`;case 10:return`float16`;case 1:return`float32`;case 11:return`float64`;case 8:return`string`;case 7:return`int64`;case 13:return`uint64`;case 22:return`int4`;case 21:return`uint4`;default:throw Error(`unsupported data type: ${e}`)}},G=(e,t)=>{let n=[-1,4,1,1,2,2,4,8,-1,1,2,8,4,8,-1,-1,-1,-1,-1,-1,-1,.5,.5][e],r=typeof t==`number`?t:t.reduce((e,t)=>e*t,1);return n>0?Math.ceil(r*n):void 0},lt=e=>{switch(e){case`float16`:return typeof Float16Array<`u`?Float16Array:Uint16Array;case`float32`:return Float32Array;case`uint8`:return Uint8Array;case`int8`:return Int8Array;case`uint16`:return Uint16Array;case`int16`:return Int16Array;case`int32`:return Int32Array;case`bool`:return Uint8Array;case`float64`:return Float64Array;case`uint32`:return Uint32Array;case`int64`:return BigInt64Array;case`uint64`:return BigUint64Array;default:throw Error(`unsupported type: ${e}`)}},ut=e=>{switch(e){case`verbose`:return 0;case`info`:return 1;case`warning`:return 2;case`error`:return 3;case`fatal`:return 4;default:throw Error(`unsupported logging level: ${e}`)}},dt=e=>e===`float32`||e===`float16`||e===`int32`||e===`int64`||e===`uint32`||e===`uint8`||e===`bool`||e===`uint4`||e===`int4`,ft=e=>e===`float32`||e===`float16`||e===`int32`||e===`int64`||e===`uint32`||e===`uint64`||e===`int8`||e===`uint8`||e===`bool`||e===`uint4`||e===`int4`,pt=e=>{switch(e){case`none`:return 0;case`cpu`:return 1;case`cpu-pinned`:return 2;case`texture`:return 3;case`gpu-buffer`:return 4;case`ml-tensor`:return 5;default:throw Error(`unsupported data location: ${e}`)}}}),ht,gt=o(()=>{Oe(),ht=async e=>{if(typeof e==`string`){let t=await fetch(e);if(!t.ok)throw Error(`failed to load external data file: ${e}`);let n=t.headers.get(`Content-Length`),r=n?parseInt(n,10):0;if(r<1073741824)return new Uint8Array(await t.arrayBuffer());{if(!t.body)throw Error(`failed to load external data file: ${e}, no response body.`);let n=t.body.getReader(),i;try{i=new ArrayBuffer(r)}catch(e){if(e instanceof RangeError){let e=Math.ceil(r/65536);i=new WebAssembly.Memory({initial:e,maximum:e}).buffer}else throw e}let a=0;for(;;){let{done:e,value:t}=await n.read();if(e)break;let r=t.byteLength;new Uint8Array(i,a,r).set(t),a+=r}return new Uint8Array(i,0,r)}}return e instanceof Blob?new Uint8Array(await e.arrayBuffer()):e instanceof Uint8Array?e:new Uint8Array(e)}}),_t,vt,yt,K,bt,xt,St,Ct,wt,Tt,Et,Dt,Ot,kt=o(()=>{N(),tt(),st(),mt(),z(),$e(),gt(),_t=(e,t)=>{R()._OrtInit(e,t)!==0&&H(`Can't initialize onnxruntime.`)},vt=async e=>{_t(e.wasm.numThreads,ut(e.logLevel))},yt=async(e,t)=>{R().asyncInit?.();let n=e.webgpu.adapter;if(t===`webgpu`){if(typeof navigator>`u`||!navigator.gpu)throw Error(`WebGPU is not supported in current environment`);if(n){if(typeof n.limits!=`object`||typeof n.features!=`object`||typeof n.requestDevice!=`function`)throw Error(\"Invalid GPU adapter set in `env.webgpu.adapter`. It must be a GPUAdapter object.\")}else{let t=e.webgpu.powerPreference;if(t!==void 0&&t!==`low-power`&&t!==`high-performance`)throw Error(`Invalid powerPreference setting: \"${t}\"`);let r=e.webgpu.forceFallbackAdapter;if(r!==void 0&&typeof r!=`boolean`)throw Error(`Invalid forceFallbackAdapter setting: \"${r}\"`);if(n=await navigator.gpu.requestAdapter({powerPreference:t,forceFallbackAdapter:r}),!n)throw Error(`Failed to get GPU adapter. You may need to enable flag \"--enable-unsafe-webgpu\" if you are using Chrome.`)}}if(t===`webnn`&&(typeof navigator>`u`||!navigator.ml))throw Error(`WebNN is not supported in current environment`)},K=/* @__PURE__ */ new Map,bt=e=>{let t=R(),n=t.stackSave();try{let n=t.PTR_SIZE,r=t.stackAlloc(2*n);t._OrtGetInputOutputCount(e,r,r+n)!==0&&H(`Can't get session input/output count.`);let i=n===4?`i32`:`i64`;return[Number(t.getValue(r,i)),Number(t.getValue(r+n,i))]}finally{t.stackRestore(n)}},xt=(e,t)=>{let n=R(),r=n.stackSave(),i=0;try{let r=n.PTR_SIZE,a=n.stackAlloc(2*r);n._OrtGetInputOutputMetadata(e,t,a,a+r)!==0&&H(`Can't get session input/output metadata.`);let o=Number(n.getValue(a,`*`));i=Number(n.getValue(a+r,`*`));let s=n.HEAP32[i/4];if(s===0)return[o,0];let c=n.HEAPU32[i/4+1],l=[];for(let e=0;e<c;e++){let t=Number(n.getValue(i+8+e*r,`*`));l.push(t===0?Number(n.getValue(i+8+(e+c)*r,`*`)):n.UTF8ToString(t))}return[o,s,l]}finally{n.stackRestore(r),i!==0&&n._OrtFree(i)}},St=e=>{let t=R(),n=t._malloc(e.byteLength);if(n===0)throw Error(`Can't create a session. failed to allocate a buffer of size ${e.byteLength}.`);return t.HEAPU8.set(e,n),[n,e.byteLength]},Ct=async(e,t)=>{let n,r,i=R();Array.isArray(e)?[n,r]=e:e.buffer===i.HEAPU8.buffer?[n,r]=[e.byteOffset,e.byteLength]:[n,r]=St(e);let a=0,o=0,s=[],c=[],l=[];try{if([o,s]=await ot(t),t?.externalData&&i.mountExternalData){let e=[];for(let n of t.externalData){let t=typeof n==`string`?n:n.path,r=typeof n==`string`?n:n.data;e.push(ht(r).then(e=>{i.mountExternalData(t,e)}))}await Promise.all(e)}for(let e of t?.executionProviders??[])if((typeof e==`string`?e:e.name)===`webnn`){if(i.shouldTransferToMLTensor=!1,typeof e!=`string`){let t=e,n=t?.context,r=t?.gpuDevice,a=t?.deviceType,o=t?.powerPreference;i.currentContext=n||(r?await i.webnnCreateMLContext(r):await i.webnnCreateMLContext({deviceType:a,powerPreference:o}))}else i.currentContext=await i.webnnCreateMLContext();break}a=await i._OrtCreateSession(n,r,o),i.webgpuOnCreateSession?.(a),a===0&&H(`Can't create a session.`),i.jsepOnCreateSession?.(),i.currentContext&&(i.webnnRegisterMLContext(a,i.currentContext),i.currentContext=void 0,i.shouldTransferToMLTensor=!0);let[e,u]=bt(a),d=!!t?.enableGraphCapture,f=[],p=[],m=[],h=[];for(let t=0;t<e;t++){let[e,n,r]=xt(a,t);e===0&&H(`Can't get an input name.`),c.push(e);let o=i.UTF8ToString(e);f.push(o),m.push(n===0?{name:o,isTensor:!1}:{name:o,isTensor:!0,type:ct(n),shape:r})}for(let t=0;t<u;t++){let[n,r,o]=xt(a,t+e);n===0&&H(`Can't get an output name.`),l.push(n);let s=i.UTF8ToString(n);p.push(s),h.push(r===0?{name:s,isTensor:!1}:{name:s,isTensor:!0,type:ct(r),shape:o})}return K.set(a,[a,c,l,null,d,!1]),[a,f,p,m,h]}catch(e){throw c.forEach(e=>i._OrtFree(e)),l.forEach(e=>i._OrtFree(e)),a!==0&&i._OrtReleaseSession(a)!==0&&H(`Can't release session.`),e}finally{i._free(n),o!==0&&i._OrtReleaseSessionOptions(o)!==0&&H(`Can't release session options.`),s.forEach(e=>i._free(e)),i.unmountExternalData?.()}},wt=e=>{let t=R(),n=K.get(e);if(!n)throw Error(`cannot release session. invalid session id: ${e}`);let[r,i,a,o,s]=n;o&&(s&&t._OrtClearBoundOutputs(o.handle)!==0&&H(`Can't clear bound outputs.`),t._OrtReleaseBinding(o.handle)!==0&&H(`Can't release IO binding.`)),t.jsepOnReleaseSession?.(e),t.webnnOnReleaseSession?.(e),t.webgpuOnReleaseSession?.(e),i.forEach(e=>t._OrtFree(e)),a.forEach(e=>t._OrtFree(e)),t._OrtReleaseSession(r)!==0&&H(`Can't release session.`),K.delete(e)},Tt=async(e,t,n,r,i,a,o=!1)=>{if(!e){t.push(0);return}let s=R(),c=s.PTR_SIZE,l=e[0],u=e[1],d=e[3],f=d,p,m;if(l===`string`&&(d===`gpu-buffer`||d===`ml-tensor`))throw Error(`String tensor is not supported on GPU.`);if(o&&d!==`gpu-buffer`)throw Error(`External buffer must be provided for input/output index ${a} when enableGraphCapture is true.`);if(d===`gpu-buffer`){let t=e[2].gpuBuffer;m=G(W(l),u);{let e=s.jsepRegisterBuffer;if(!e)throw Error(`Tensor location \"gpu-buffer\" is not supported without using WebGPU.`);p=e(r,a,t,m)}}else if(d===`ml-tensor`){let t=e[2].mlTensor;m=G(W(l),u);let n=s.webnnRegisterMLTensor;if(!n)throw Error(`Tensor location \"ml-tensor\" is not supported without using WebNN.`);p=n(r,t,W(l),u)}else{let t=e[2];if(Array.isArray(t)){m=c*t.length,p=s._malloc(m),n.push(p);for(let e=0;e<t.length;e++){if(typeof t[e]!=`string`)throw TypeError(`tensor data at index ${e} is not a string`);s.setValue(p+e*c,B(t[e],n),`*`)}}else{let e=s.webnnIsGraphInput,a=s.webnnIsGraphOutput;if(l!==`string`&&e&&a){let o=s.UTF8ToString(i);if(e(r,o)||a(r,o)){let e=W(l);m=G(e,u),f=`ml-tensor`;let n=s.webnnCreateTemporaryTensor,i=s.webnnUploadTensor;if(!n||!i)throw Error(`Tensor location \"ml-tensor\" is not supported without using WebNN.`);let a=await n(r,e,u);i(a,new Uint8Array(t.buffer,t.byteOffset,t.byteLength)),p=a}else m=t.byteLength,p=s._malloc(m),n.push(p),s.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,m),p)}else m=t.byteLength,p=s._malloc(m),n.push(p),s.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,m),p)}}let h=s.stackSave(),g=s.stackAlloc(4*u.length);try{u.forEach((e,t)=>s.setValue(g+t*c,e,c===4?`i32`:`i64`));let e=s._OrtCreateTensor(W(l),p,m,g,u.length,pt(f));e===0&&H(`Can't create tensor for input/output. session=${r}, index=${a}.`),t.push(e)}finally{s.stackRestore(h)}},Et=async(e,t,n,r,i,a)=>{let o=R(),s=o.PTR_SIZE,c=K.get(e);if(!c)throw Error(`cannot run inference. invalid session id: ${e}`);let l=c[0],u=c[1],d=c[2],f=c[3],p=c[4];c[5];let m=t.length,h=r.length,g=0,_=[],v=[],y=[],b=[],ee=[],x=o.stackSave(),te=o.stackAlloc(m*s),S=o.stackAlloc(m*s),C=o.stackAlloc(h*s),ne=o.stackAlloc(h*s);try{[g,_]=et(a),j(`wasm prepareInputOutputTensor`);for(let r=0;r<m;r++)await Tt(n[r],v,b,e,u[t[r]],t[r],p);for(let t=0;t<h;t++)await Tt(i[t],y,b,e,d[r[t]],m+r[t],p);M(`wasm prepareInputOutputTensor`);for(let e=0;e<m;e++)o.setValue(te+e*s,v[e],`*`),o.setValue(S+e*s,u[t[e]],`*`);for(let e=0;e<h;e++)o.setValue(C+e*s,y[e],`*`),o.setValue(ne+e*s,d[r[e]],`*`);o.jsepOnRunStart?.(l),o.webnnOnRunStart?.(l);let c;c=await o._OrtRun(l,S,te,m,ne,h,C,g),c!==0&&H(`failed to call OrtRun().`);let x=[],w=[];j(`wasm ProcessOutputTensor`);for(let t=0;t<h;t++){let n=Number(o.getValue(C+t*s,`*`));if(n===y[t]||ee.includes(y[t])){x.push(i[t]),n!==y[t]&&o._OrtReleaseTensor(n)!==0&&H(`Can't release tensor.`);continue}let a=o.stackSave(),c=o.stackAlloc(4*s),l=!1,u,d=0;try{o._OrtGetTensorData(n,c,c+s,c+2*s,c+3*s)!==0&&H(`Can't access output tensor data on index ${t}.`);let i=s===4?`i32`:`i64`,a=Number(o.getValue(c,i));d=o.getValue(c+s,`*`);let p=o.getValue(c+s*2,`*`),m=Number(o.getValue(c+s*3,i)),h=[];for(let e=0;e<m;e++)h.push(Number(o.getValue(p+e*s,i)));o._OrtFree(p)!==0&&H(`Can't free memory for tensor dims.`);let g=h.reduce((e,t)=>e*t,1);u=ct(a);let _=f?.outputPreferredLocations[r[t]];if(u===`string`){if(_===`gpu-buffer`||_===`ml-tensor`)throw Error(`String tensor is not supported on GPU.`);let e=[];for(let t=0;t<g;t++){let n=o.getValue(d+t*s,`*`),r=o.getValue(d+(t+1)*s,`*`),i=t===g-1?void 0:r-n;e.push(o.UTF8ToString(n,i))}x.push([u,h,e,`cpu`])}else if(_===`gpu-buffer`&&g>0){let e=o.jsepGetBuffer;if(!e)throw Error(`preferredLocation \"gpu-buffer\" is not supported without using WebGPU.`);let t=e(d),r=G(a,g);if(r===void 0||!dt(u))throw Error(`Unsupported data type: ${u}`);l=!0,x.push([u,h,{gpuBuffer:t,download:o.jsepCreateDownloader(t,r,u),dispose:()=>{o._OrtReleaseTensor(n)!==0&&H(`Can't release tensor.`)}},`gpu-buffer`])}else if(_===`ml-tensor`&&g>0){let t=o.webnnEnsureTensor,r=o.webnnIsGraphInputOutputTypeSupported;if(!t||!r)throw Error(`preferredLocation \"ml-tensor\" is not supported without using WebNN.`);if(G(a,g)===void 0||!ft(u))throw Error(`Unsupported data type: ${u}`);if(!r(e,u,!1))throw Error(`preferredLocation \"ml-tensor\" for ${u} output is not supported by current WebNN Context.`);let i=await t(e,d,a,h,!1);l=!0,x.push([u,h,{mlTensor:i,download:o.webnnCreateMLTensorDownloader(d,u),dispose:()=>{o.webnnReleaseTensorId(d),o._OrtReleaseTensor(n)}},`ml-tensor`])}else if(_===`ml-tensor-cpu-output`&&g>0){let e=o.webnnCreateMLTensorDownloader(d,u)(),t=x.length;l=!0,w.push((async()=>{let r=[t,await e];return o.webnnReleaseTensorId(d),o._OrtReleaseTensor(n),r})()),x.push([u,h,[],`cpu`])}else{let e=new(lt(u))(g);new Uint8Array(e.buffer,e.byteOffset,e.byteLength).set(o.HEAPU8.subarray(d,d+e.byteLength)),x.push([u,h,e,`cpu`])}}finally{o.stackRestore(a),u===`string`&&d&&o._free(d),l||o._OrtReleaseTensor(n)}}f&&!p&&(o._OrtClearBoundOutputs(f.handle)!==0&&H(`Can't clear bound outputs.`),K.set(e,[l,u,d,f,p,!1]));for(let[e,t]of await Promise.all(w))x[e][2]=t;return M(`wasm ProcessOutputTensor`),x}finally{o.webnnOnRunEnd?.(l),o.stackRestore(x),v.forEach(e=>o._OrtReleaseTensor(e)),y.forEach(e=>o._OrtReleaseTensor(e)),b.forEach(e=>o._free(e)),g!==0&&o._OrtReleaseRunOptions(g),_.forEach(e=>o._free(e))}},Dt=e=>{let t=R(),n=K.get(e);if(!n)throw Error(`invalid session id`);let r=n[0],i=t._OrtEndProfiling(r);i===0&&H(`Can't get an profile file name.`),t._OrtFree(i)},Ot=e=>{let t=[];for(let n of e){let e=n[2];!Array.isArray(e)&&`buffer`in e&&t.push(e.buffer)}return t}}),q,J,Y,X,Z,At,jt,Mt,Q,$,Nt,Pt,Ft,It,Lt,Rt,zt,Bt,Vt=o(()=>{N(),kt(),z(),Ke(),q=()=>!!x.wasm.proxy&&typeof document<`u`,Y=!1,X=!1,Z=!1,Mt=/* @__PURE__ */ new Map,Q=(e,t)=>{let n=Mt.get(e);n?n.push(t):Mt.set(e,[t])},$=()=>{if(Y||!X||Z||!J)throw Error(`worker not ready`)},Nt=e=>{switch(e.data.type){case`init-wasm`:Y=!1,e.data.err?(Z=!0,jt[1](e.data.err)):(X=!0,jt[0]()),At&&=(URL.revokeObjectURL(At),void 0);break;case`init-ep`:case`copy-from`:case`create`:case`release`:case`run`:case`end-profiling`:{let t=Mt.get(e.data.type);e.data.err?t.shift()[1](e.data.err):t.shift()[0](e.data.out);break}}},Pt=async()=>{if(!X){if(Y)throw Error(`multiple calls to 'initWasm()' detected.`);if(Z)throw Error(`previous call to 'initWasm()' failed.`);if(Y=!0,q())return new Promise((e,t)=>{J?.terminate(),Ue().then(([n,r])=>{try{J=r,J.onerror=e=>t(e),J.onmessage=Nt,jt=[e,t];let i={type:`init-wasm`,in:x};if(!i.in.wasm.wasmPaths&&n){let e=Le();e&&(i.in.wasm.wasmPaths=e)}J.postMessage(i),At=n}catch(e){t(e)}},t)});try{await Qe(x.wasm),await vt(x),X=!0}catch(e){throw Z=!0,e}finally{Y=!1}}},Ft=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`init-ep`,[t,n]);let r={type:`init-ep`,in:{epName:e,env:x}};J.postMessage(r)});await yt(x,e)},It=async e=>q()?($(),new Promise((t,n)=>{Q(`copy-from`,[t,n]);let r={type:`copy-from`,in:{buffer:e}};J.postMessage(r,[e.buffer])})):St(e),Lt=async(e,t)=>{if(q()){if(t?.preferredOutputLocation)throw Error(`session option \"preferredOutputLocation\" is not supported for proxy.`);return $(),new Promise((n,r)=>{Q(`create`,[n,r]);let i={type:`create`,in:{model:e,options:{...t}}},a=[];e instanceof Uint8Array&&a.push(e.buffer),J.postMessage(i,a)})}return Ct(e,t)},Rt=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`release`,[t,n]);let r={type:`release`,in:e};J.postMessage(r)});wt(e)},zt=async(e,t,n,r,i,a)=>{if(q()){if(n.some(e=>e[3]!==`cpu`))throw Error(`input tensor on GPU is not supported for proxy.`);if(i.some(e=>e))throw Error(`pre-allocated output tensor is not supported for proxy.`);return $(),new Promise((i,o)=>{Q(`run`,[i,o]);let s=n,c={type:`run`,in:{sessionId:e,inputIndices:t,inputs:s,outputIndices:r,options:a}};J.postMessage(c,Ot(s))})}return Et(e,t,n,r,i,a)},Bt=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`end-profiling`,[t,n]);let r={type:`end-profiling`,in:e};J.postMessage(r)});Dt(e)}}),Ht,Ut,Wt,Gt=o(()=>{N(),Vt(),mt(),Oe(),gt(),Ht=(e,t)=>{switch(e.location){case`cpu`:return[e.type,e.dims,e.data,`cpu`];case`gpu-buffer`:return[e.type,e.dims,{gpuBuffer:e.gpuBuffer},`gpu-buffer`];case`ml-tensor`:return[e.type,e.dims,{mlTensor:e.mlTensor},`ml-tensor`];default:throw Error(`invalid data location: ${e.location} for ${t()}`)}},Ut=e=>{switch(e[3]){case`cpu`:return new O(e[0],e[2],e[1]);case`gpu-buffer`:{let t=e[0];if(!dt(t))throw Error(`not supported data type: ${t} for deserializing GPU tensor`);let{gpuBuffer:n,download:r,dispose:i}=e[2];return O.fromGpuBuffer(n,{dataType:t,dims:e[1],download:r,dispose:i})}case`ml-tensor`:{let t=e[0];if(!ft(t))throw Error(`not supported data type: ${t} for deserializing MLTensor tensor`);let{mlTensor:n,download:r,dispose:i}=e[2];return O.fromMLTensor(n,{dataType:t,dims:e[1],download:r,dispose:i})}default:throw Error(`invalid data location: ${e[3]}`)}},Wt=class{async fetchModelAndCopyToWasmMemory(e){return It(await ht(e))}async loadModel(e,t){k();let n;n=typeof e==`string`?await this.fetchModelAndCopyToWasmMemory(e):e,[this.sessionId,this.inputNames,this.outputNames,this.inputMetadata,this.outputMetadata]=await Lt(n,t),A()}async dispose(){return Rt(this.sessionId)}async run(e,t,n){k();let r=[],i=[];Object.entries(e).forEach(e=>{let t=e[0],n=e[1],a=this.inputNames.indexOf(t);if(a===-1)throw Error(`invalid input '${t}'`);r.push(n),i.push(a)});let a=[],o=[];Object.entries(t).forEach(e=>{let t=e[0],n=e[1],r=this.outputNames.indexOf(t);if(r===-1)throw Error(`invalid output '${t}'`);a.push(n),o.push(r)});let s=r.map((e,t)=>Ht(e,()=>`input \"${this.inputNames[i[t]]}\"`)),c=a.map((e,t)=>e?Ht(e,()=>`output \"${this.outputNames[o[t]]}\"`):null),l=await zt(this.sessionId,i,s,o,c,n),u={};for(let e=0;e<l.length;e++)u[this.outputNames[o[e]]]=a[e]??Ut(l[e]);return A(),u}startProfiling(){}endProfiling(){Bt(this.sessionId)}}}),Kt={};s(Kt,{OnnxruntimeWebAssemblyBackend:()=>Jt,initializeFlags:()=>qt,wasmBackend:()=>Yt});var qt,Jt,Yt,Xt=o(()=>{N(),Vt(),Gt(),qt=()=>{(typeof x.wasm.initTimeout!=`number`||x.wasm.initTimeout<0)&&(x.wasm.initTimeout=0);let e=x.wasm.simd;if(typeof e!=`boolean`&&e!==void 0&&e!==`fixed`&&e!==`relaxed`&&(console.warn(`Property \"env.wasm.simd\" is set to unknown value \"${e}\". Reset it to \\`false\\` and ignore SIMD feature checking.`),x.wasm.simd=!1),typeof x.wasm.proxy!=`boolean`&&(x.wasm.proxy=!1),typeof x.wasm.trace!=`boolean`&&(x.wasm.trace=!1),typeof x.wasm.numThreads!=`number`||!Number.isInteger(x.wasm.numThreads)||x.wasm.numThreads<=0){if(typeof self<`u`&&!self.crossOriginIsolated)x.wasm.numThreads=1;else{let e=typeof navigator>`u`?a(`node:os`).cpus().length:navigator.hardwareConcurrency;x.wasm.numThreads=Math.min(4,Math.ceil((e||1)/2))}}},Jt=class{async init(e){qt(),await Pt(),await Ft(e)}async createInferenceSessionHandler(e,t){let n=new Wt;return await n.loadModel(e,t),n}},Yt=new Jt});N(),N(),N();var Zt=`1.30.0`;{let e=(Xt(),l(Kt)).wasmBackend;f(`cpu`,e,10),f(`wasm`,e,10)}Object.defineProperty(x.versions,\"web\",{value:Zt,enumerable:!0});var Qt=class{capacity;dropped;entries=/* @__PURE__ */ new Map;constructor(e,t=()=>{}){this.capacity=e,this.dropped=t}get(e,t){let n=this.entries.get(e);if(n===void 0){let r=t();n=r,r instanceof Promise&&r.catch(()=>this.entries.get(e)===r&&this.entries.delete(e))}else this.entries.delete(e);if(this.entries.set(e,n),this.entries.size>this.capacity){let[e,t]=this.entries.entries().next().value;this.entries.delete(e),this.dropped(t)}return n}};function $t(e){if(x.wasm.wasmPaths)return;let t=t=>new URL(t,new URL(e.replace(/\\/?$/,`/`),self.location.href)).href;x.wasm.wasmPaths={mjs:t({mjs:`ort-e13f7f94.mjs`,wasm:`ort-3398c10d.wasm`}.mjs),wasm:t({mjs:`ort-e13f7f94.mjs`,wasm:`ort-3398c10d.wasm`}.wasm)},x.wasm.numThreads=1,x.logLevel=`error`}const en=new Qt(9,e=>{e.then(e=>e.release()).catch(()=>{})});function tn(e,t){return en.get(e,async()=>{$t(t);let n=await fetch(e);if(!n.ok)throw Error(`The model could not be fetched: the server answered ${n.status}.`);let r=new Uint8Array(await n.arrayBuffer());return new nn(await Se.create(r,{executionProviders:[`wasm`]}))})}var nn=class{session;queue=Promise.resolve();constructor(e){this.session=e}run(e,t){let n=this.queue.then(()=>this.runNow(e,t));return this.queue=n.catch(()=>{}),n}release(){this.queue.then(()=>this.session.release())}async runNow(e,t){let n=new O(`float32`,e,t),r=await this.session.run({[this.session.inputNames[0]]:n}),i={};for(let e of this.session.outputNames)i[e]=r[e].data;return i}};self.onmessage=async({data:e})=>{let t,n=[];try{let{n:r,codes:i,z:a}=e;if(e.enter&&a){let t=(await(await tn(e.enter,e.wasm)).run(a,[r,a.length/r])).code;for(let e=0;e<i.length;e++)i[e]+=t[e]}let o=(await(await tn(e.decoder,e.wasm)).run(i,[r,i.length/r])).x;t={id:e.id,codes:i,x:o},n.push(i.buffer),o.buffer!==i.buffer&&n.push(o.buffer)}catch(n){t={id:e.id,error:n instanceof Error?n.message:String(n)}}self.postMessage(t,n)};", c = typeof self < "u" && self.Blob && new Blob(["URL.revokeObjectURL(import.meta.url);", s], { type: "text/javascript;charset=utf-8" });
function l(e) {
	let t;
	try {
		if (t = c && (self.URL || self.webkitURL).createObjectURL(c), !t) throw "";
		let n = new Worker(t, {
			type: "module",
			name: e?.name
		});
		return n.addEventListener("error", () => {
			(self.URL || self.webkitURL).revokeObjectURL(t);
		}), n;
	} catch {
		return new Worker("data:text/javascript;charset=utf-8," + encodeURIComponent(s), {
			type: "module",
			name: e?.name
		});
	}
}
// src/decode/batch.ts
var u = null, d = 0, f = /* @__PURE__ */ new Map();
function p() {
	let e = new l();
	return e.onmessage = ({ data: e }) => {
		let t = f.get(e.id);
		f.delete(e.id), "error" in e ? t?.reject(Error(e.error)) : t?.resolve(e);
	}, e.onerror = () => {
		for (let { reject: e } of f.values()) e(/* @__PURE__ */ Error("The background decoder could not be started."));
		f.clear();
	}, e;
}
function m(e, t) {
	u ??= p();
	let { models: n, runtime: r } = e, i = (e) => {
		let t = new Float32Array(e.length * e[0].length);
		return e.forEach((e, n) => t.set(e, n * e.length)), t;
	}, a = {
		id: ++d,
		decoder: new URL(n.decoder, location.href).href,
		enter: n.enter && new URL(n.enter, location.href).href,
		wasm: new URL(r.wasm, location.href).href,
		n: t.length,
		codes: i(t.map((e) => e.delta ?? e.z)),
		z: n.enter ? i(t.map((e) => e.z)) : null
	};
	return new Promise((e, t) => {
		f.set(a.id, {
			resolve: e,
			reject: t
		}), u.postMessage(a, [a.codes.buffer, ...a.z ? [a.z.buffer] : []]);
	});
}
// node_modules/onnxruntime-web/dist/ort.wasm.min.mjs
var h = Object.defineProperty, g = Object.getOwnPropertyDescriptor, _ = Object.getOwnPropertyNames, v = Object.prototype.hasOwnProperty, y = ((t) => typeof e < "u" ? e : typeof Proxy < "u" ? new Proxy(t, { get: (t, n) => (typeof e < "u" ? e : t)[n] }) : t)(function(t) {
	if (typeof e < "u") return e.apply(this, arguments);
	throw Error("Dynamic require of \"" + t + "\" is not supported");
}), b = (e, t, n) => () => {
	if (n) throw n[0];
	try {
		return e && (t = e(e = 0)), t;
	} catch (e) {
		throw n = [e], e;
	}
}, ee = (e, t) => {
	for (var n in t) h(e, n, {
		get: t[n],
		enumerable: !0
	});
}, x = (e, t, n, r) => {
	if (t && typeof t == "object" || typeof t == "function") for (let i of _(t)) !v.call(e, i) && i !== n && h(e, i, {
		get: () => t[i],
		enumerable: !(r = g(t, i)) || r.enumerable
	});
	return e;
}, te = (e) => x(h({}, "__esModule", { value: !0 }), e), S, C, ne, re, ie, ae = b(() => {
	S = /* @__PURE__ */ new Map(), C = [], ne = (e, t, n) => {
		if (t && typeof t.init == "function" && typeof t.createInferenceSessionHandler == "function") {
			let r = S.get(e);
			if (r === void 0) S.set(e, {
				backend: t,
				priority: n
			});
			else {
				if (r.priority > n) return;
				if (r.priority === n && r.backend !== t) throw Error(`cannot register backend "${e}" using priority ${n}`);
			}
			if (n >= 0) {
				let t = C.indexOf(e);
				t !== -1 && C.splice(t, 1);
				for (let t = 0; t < C.length; t++) if (S.get(C[t]).priority <= n) {
					C.splice(t, 0, e);
					return;
				}
				C.push(e);
			}
		} else throw TypeError("not a valid backend");
	}, re = async (e) => {
		let t = S.get(e);
		if (!t) return "backend not found.";
		if (t.initialized) return t.backend;
		if (t.aborted) return t.error;
		{
			let n = !!t.initPromise;
			try {
				return n || (t.initPromise = t.backend.init(e)), await t.initPromise, t.initialized = !0, t.backend;
			} catch (e) {
				return n || (t.error = `${e}`, t.aborted = !0), t.error;
			} finally {
				delete t.initPromise;
			}
		}
	}, ie = async (e) => {
		let t = e.executionProviders || [], n = t.map((e) => typeof e == "string" ? e : e.name), r = n.length === 0 ? C : n, i, a = [], o = /* @__PURE__ */ new Set();
		for (let e of r) {
			let t = await re(e);
			typeof t == "string" ? a.push({
				name: e,
				err: t
			}) : (i ||= t, i === t && o.add(e));
		}
		if (!i) throw Error(`no available backend found. ERR: ${a.map((e) => `[${e.name}] ${e.err}`).join(", ")}`);
		for (let { name: e, err: t } of a) n.includes(e) && console.warn(`removing requested execution provider "${e}" from session options because it is not available: ${t}`);
		let s = t.filter((e) => o.has(typeof e == "string" ? e : e.name));
		return [i, new Proxy(e, { get: (e, t) => t === "executionProviders" ? s : Reflect.get(e, t) })];
	};
}), oe = b(() => {
	ae();
}), se, ce = b(() => {
	se = "1.30.0";
}), le, w, ue = b(() => {
	ce(), le = "warning", w = {
		wasm: {},
		webgl: {},
		webgpu: {},
		versions: { common: se },
		set logLevel(e) {
			if (e !== void 0) {
				if (typeof e != "string" || [
					"verbose",
					"info",
					"warning",
					"error",
					"fatal"
				].indexOf(e) === -1) throw Error(`Unsupported logging level: ${e}`);
				le = e;
			}
		},
		get logLevel() {
			return le;
		}
	}, Object.defineProperty(w, "logLevel", { enumerable: !0 });
}), T, de = b(() => {
	ue(), T = w;
}), fe, pe, me = b(() => {
	fe = (e, t) => {
		let n = typeof document < "u" ? document.createElement("canvas") : new OffscreenCanvas(1, 1);
		n.width = e.dims[3], n.height = e.dims[2];
		let r = n.getContext("2d");
		if (r != null) {
			let i, a;
			t?.tensorLayout !== void 0 && t.tensorLayout === "NHWC" ? (i = e.dims[2], a = e.dims[3]) : (i = e.dims[3], a = e.dims[2]);
			let o = t?.format === void 0 ? "RGB" : t.format, s = t?.norm, c, l;
			s === void 0 || s.mean === void 0 ? c = [
				255,
				255,
				255,
				255
			] : typeof s.mean == "number" ? c = [
				s.mean,
				s.mean,
				s.mean,
				s.mean
			] : (c = [
				s.mean[0],
				s.mean[1],
				s.mean[2],
				0
			], s.mean[3] !== void 0 && (c[3] = s.mean[3])), s === void 0 || s.bias === void 0 ? l = [
				0,
				0,
				0,
				0
			] : typeof s.bias == "number" ? l = [
				s.bias,
				s.bias,
				s.bias,
				s.bias
			] : (l = [
				s.bias[0],
				s.bias[1],
				s.bias[2],
				0
			], s.bias[3] !== void 0 && (l[3] = s.bias[3]));
			let u = a * i, d = 0, f = u, p = u * 2, m = -1;
			o === "RGBA" ? (d = 0, f = u, p = u * 2, m = u * 3) : o === "RGB" ? (d = 0, f = u, p = u * 2) : o === "RBG" && (d = 0, p = u, f = u * 2);
			for (let t = 0; t < a; t++) for (let n = 0; n < i; n++) {
				let i = (e.data[d++] - l[0]) * c[0], a = (e.data[f++] - l[1]) * c[1], o = (e.data[p++] - l[2]) * c[2], s = m === -1 ? 255 : (e.data[m++] - l[3]) * c[3];
				r.fillStyle = "rgba(" + i + "," + a + "," + o + "," + s + ")", r.fillRect(n, t, 1, 1);
			}
			if ("toDataURL" in n) return n.toDataURL();
			throw Error("toDataURL is not supported");
		}
		throw Error("Can not access image data");
	}, pe = (e, t) => {
		let n = typeof document < "u" ? document.createElement("canvas").getContext("2d") : new OffscreenCanvas(1, 1).getContext("2d"), r;
		if (n != null) {
			let i, a, o;
			t?.tensorLayout !== void 0 && t.tensorLayout === "NHWC" ? (i = e.dims[2], a = e.dims[1], o = e.dims[3]) : (i = e.dims[3], a = e.dims[2], o = e.dims[1]);
			let s = t !== void 0 && t.format !== void 0 ? t.format : "RGB", c = t?.norm, l, u;
			c === void 0 || c.mean === void 0 ? l = [
				255,
				255,
				255,
				255
			] : typeof c.mean == "number" ? l = [
				c.mean,
				c.mean,
				c.mean,
				c.mean
			] : (l = [
				c.mean[0],
				c.mean[1],
				c.mean[2],
				255
			], c.mean[3] !== void 0 && (l[3] = c.mean[3])), c === void 0 || c.bias === void 0 ? u = [
				0,
				0,
				0,
				0
			] : typeof c.bias == "number" ? u = [
				c.bias,
				c.bias,
				c.bias,
				c.bias
			] : (u = [
				c.bias[0],
				c.bias[1],
				c.bias[2],
				0
			], c.bias[3] !== void 0 && (u[3] = c.bias[3]));
			let d = a * i;
			if (t !== void 0 && (t.format !== void 0 && o === 4 && t.format !== "RGBA" || o === 3 && t.format !== "RGB" && t.format !== "BGR")) throw Error("Tensor format doesn't match input tensor dims");
			let f = 0, p = 1, m = 2, h = 3, g = 0, _ = d, v = d * 2, y = -1;
			s === "RGBA" ? (g = 0, _ = d, v = d * 2, y = d * 3) : s === "RGB" ? (g = 0, _ = d, v = d * 2) : s === "RBG" && (g = 0, v = d, _ = d * 2), r = n.createImageData(i, a);
			for (let t = 0; t < a * i; f += 4, p += 4, m += 4, h += 4, t++) r.data[f] = (e.data[g++] - u[0]) * l[0], r.data[p] = (e.data[_++] - u[1]) * l[1], r.data[m] = (e.data[v++] - u[2]) * l[2], r.data[h] = y === -1 ? 255 : (e.data[y++] - u[3]) * l[3];
		} else throw Error("Can not access image data");
		return r;
	};
}), he, ge, _e, ve, ye, be, xe = b(() => {
	ke(), he = (e, t) => {
		if (e === void 0) throw Error("Image buffer must be defined");
		if (t.height === void 0 || t.width === void 0) throw Error("Image height and width must be defined");
		if (t.tensorLayout === "NHWC") throw Error("NHWC Tensor layout is not supported yet");
		let { height: n, width: r } = t, i = t.norm ?? {
			mean: 255,
			bias: 0
		}, a, o;
		a = typeof i.mean == "number" ? [
			i.mean,
			i.mean,
			i.mean,
			i.mean
		] : [
			i.mean[0],
			i.mean[1],
			i.mean[2],
			i.mean[3] ?? 255
		], o = typeof i.bias == "number" ? [
			i.bias,
			i.bias,
			i.bias,
			i.bias
		] : [
			i.bias[0],
			i.bias[1],
			i.bias[2],
			i.bias[3] ?? 0
		];
		let s = t.format === void 0 ? "RGBA" : t.format, c = t.tensorFormat !== void 0 && t.tensorFormat !== void 0 ? t.tensorFormat : "RGB", l = n * r, u = c === "RGBA" ? new Float32Array(l * 4) : new Float32Array(l * 3), d = 4, f = 0, p = 1, m = 2, h = 3, g = 0, _ = l, v = l * 2, y = -1;
		s === "RGB" && (d = 3, f = 0, p = 1, m = 2, h = -1), c === "RGBA" ? y = l * 3 : c === "RBG" ? (g = 0, v = l, _ = l * 2) : c === "BGR" && (v = 0, _ = l, g = l * 2);
		for (let t = 0; t < l; t++, f += d, m += d, p += d, h += d) u[g++] = (e[f] + o[0]) / a[0], u[_++] = (e[p] + o[1]) / a[1], u[v++] = (e[m] + o[2]) / a[2], y !== -1 && h !== -1 && (u[y++] = (e[h] + o[3]) / a[3]);
		return c === "RGBA" ? new D("float32", u, [
			1,
			4,
			n,
			r
		]) : new D("float32", u, [
			1,
			3,
			n,
			r
		]);
	}, ge = async (e, t) => {
		let n = typeof HTMLImageElement < "u" && e instanceof HTMLImageElement, r = typeof ImageData < "u" && e instanceof ImageData, i = typeof ImageBitmap < "u" && e instanceof ImageBitmap, a = typeof e == "string", o, s = t ?? {}, c = () => {
			if (typeof document < "u") return document.createElement("canvas");
			if (typeof OffscreenCanvas < "u") return new OffscreenCanvas(1, 1);
			throw Error("Canvas is not supported");
		}, l = (e) => typeof HTMLCanvasElement < "u" && e instanceof HTMLCanvasElement || e instanceof OffscreenCanvas ? e.getContext("2d") : null;
		if (n) {
			let n = c();
			n.width = e.width, n.height = e.height;
			let r = l(n);
			if (r != null) {
				let n = e.height, i = e.width;
				if (t !== void 0 && t.resizedHeight !== void 0 && t.resizedWidth !== void 0 && (n = t.resizedHeight, i = t.resizedWidth), t !== void 0) {
					if (s = t, t.tensorFormat !== void 0) throw Error("Image input config format must be RGBA for HTMLImageElement");
					s.tensorFormat = "RGBA", s.height = n, s.width = i;
				} else s.tensorFormat = "RGBA", s.height = n, s.width = i;
				r.drawImage(e, 0, 0), o = r.getImageData(0, 0, i, n).data;
			} else throw Error("Can not access image data");
		} else if (r) {
			let n, r;
			if (t !== void 0 && t.resizedWidth !== void 0 && t.resizedHeight !== void 0 ? (n = t.resizedHeight, r = t.resizedWidth) : (n = e.height, r = e.width), t !== void 0 && (s = t), s.format = "RGBA", s.height = n, s.width = r, t !== void 0) {
				let t = c();
				t.width = r, t.height = n;
				let i = l(t);
				if (i != null) i.putImageData(e, 0, 0), o = i.getImageData(0, 0, r, n).data;
				else throw Error("Can not access image data");
			} else o = e.data;
		} else if (i) {
			if (t === void 0) throw Error("Please provide image config with format for Imagebitmap");
			let n = c();
			n.width = e.width, n.height = e.height;
			let r = l(n);
			if (r != null) {
				let t = e.height, n = e.width;
				return r.drawImage(e, 0, 0, n, t), o = r.getImageData(0, 0, n, t).data, s.height = t, s.width = n, he(o, s);
			}
			throw Error("Can not access image data");
		} else {
			if (a) return new Promise((t, n) => {
				let r = c(), i = l(r);
				if (!e || !i) return n();
				let a = new Image();
				a.crossOrigin = "Anonymous", a.src = e, a.onload = () => {
					r.width = a.width, r.height = a.height, i.drawImage(a, 0, 0, r.width, r.height);
					let e = i.getImageData(0, 0, r.width, r.height);
					s.height = r.height, s.width = r.width, t(he(e.data, s));
				};
			});
			throw Error("Input data provided is not supported - aborted tensor creation");
		}
		if (o !== void 0) return he(o, s);
		throw Error("Input data provided is not supported - aborted tensor creation");
	}, _e = (e, t) => {
		let { width: n, height: r, download: i, dispose: a } = t;
		return new D({
			location: "texture",
			type: "float32",
			texture: e,
			dims: [
				1,
				r,
				n,
				4
			],
			download: i,
			dispose: a
		});
	}, ve = (e, t) => {
		let { dataType: n, dims: r, download: i, dispose: a } = t;
		return new D({
			location: "gpu-buffer",
			type: n ?? "float32",
			gpuBuffer: e,
			dims: r,
			download: i,
			dispose: a
		});
	}, ye = (e, t) => {
		let { dataType: n, dims: r, download: i, dispose: a } = t;
		return new D({
			location: "ml-tensor",
			type: n ?? "float32",
			mlTensor: e,
			dims: r,
			download: i,
			dispose: a
		});
	}, be = (e, t, n) => new D({
		location: "cpu-pinned",
		type: e,
		data: t,
		dims: n ?? [t.length]
	});
}), E, Se, Ce, we, Te = b(() => {
	E = /* @__PURE__ */ new Map([
		["float32", Float32Array],
		["uint8", Uint8Array],
		["int8", Int8Array],
		["uint16", Uint16Array],
		["int16", Int16Array],
		["int32", Int32Array],
		["bool", Uint8Array],
		["float64", Float64Array],
		["uint32", Uint32Array],
		["int4", Uint8Array],
		["uint4", Uint8Array]
	]), Se = /* @__PURE__ */ new Map([
		[Float32Array, "float32"],
		[Uint8Array, "uint8"],
		[Int8Array, "int8"],
		[Uint16Array, "uint16"],
		[Int16Array, "int16"],
		[Int32Array, "int32"],
		[Float64Array, "float64"],
		[Uint32Array, "uint32"]
	]), Ce = !1, we = () => {
		if (!Ce) {
			Ce = !0;
			let e = typeof BigInt64Array < "u" && BigInt64Array.from, t = typeof BigUint64Array < "u" && BigUint64Array.from, n = globalThis.Float16Array, r = typeof n < "u" && n.from;
			e && (E.set("int64", BigInt64Array), Se.set(BigInt64Array, "int64")), t && (E.set("uint64", BigUint64Array), Se.set(BigUint64Array, "uint64")), r ? (E.set("float16", n), Se.set(n, "float16")) : E.set("float16", Uint16Array);
		}
	};
}), Ee, De, Oe = b(() => {
	ke(), Ee = (e) => {
		let t = 1;
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (typeof r != "number" || !Number.isSafeInteger(r)) throw TypeError(`dims[${n}] must be an integer, got: ${r}`);
			if (r < 0) throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);
			t *= r;
		}
		return t;
	}, De = (e, t) => {
		switch (e.location) {
			case "cpu": return new D(e.type, e.data, t);
			case "cpu-pinned": return new D({
				location: "cpu-pinned",
				data: e.data,
				type: e.type,
				dims: t
			});
			case "texture": return new D({
				location: "texture",
				texture: e.texture,
				type: e.type,
				dims: t
			});
			case "gpu-buffer": return new D({
				location: "gpu-buffer",
				gpuBuffer: e.gpuBuffer,
				type: e.type,
				dims: t
			});
			case "ml-tensor": return new D({
				location: "ml-tensor",
				mlTensor: e.mlTensor,
				type: e.type,
				dims: t
			});
			default: throw Error(`tensorReshape: tensor location ${e.location} is not supported`);
		}
	};
}), D, ke = b(() => {
	me(), xe(), Te(), Oe(), D = class {
		constructor(e, t, n) {
			we();
			let r, i;
			if (typeof e == "object" && "location" in e) switch (this.dataLocation = e.location, r = e.type, i = e.dims, e.location) {
				case "cpu-pinned": {
					let t = E.get(r);
					if (!t) throw TypeError(`unsupported type "${r}" to create tensor from pinned buffer`);
					if (!(e.data instanceof t)) throw TypeError(`buffer should be of type ${t.name}`);
					this.cpuData = e.data;
					break;
				}
				case "texture":
					if (r !== "float32") throw TypeError(`unsupported type "${r}" to create tensor from texture`);
					this.gpuTextureData = e.texture, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case "gpu-buffer":
					if (r !== "float32" && r !== "float16" && r !== "int32" && r !== "int64" && r !== "uint32" && r !== "uint8" && r !== "bool" && r !== "uint4" && r !== "int4") throw TypeError(`unsupported type "${r}" to create tensor from gpu buffer`);
					this.gpuBufferData = e.gpuBuffer, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case "ml-tensor":
					if (r !== "float32" && r !== "float16" && r !== "int32" && r !== "int64" && r !== "uint32" && r !== "uint64" && r !== "int8" && r !== "uint8" && r !== "bool" && r !== "uint4" && r !== "int4") throw TypeError(`unsupported type "${r}" to create tensor from MLTensor`);
					this.mlTensorData = e.mlTensor, this.downloader = e.download, this.disposer = e.dispose;
					break;
				default: throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`);
			}
			else {
				let a, o;
				if (typeof e == "string") {
					if (r = e, o = n, e === "string") {
						if (!Array.isArray(t)) throw TypeError("A string tensor's data must be a string array.");
						a = t;
					} else {
						let n = E.get(e);
						if (n === void 0) throw TypeError(`Unsupported tensor type: ${e}.`);
						if (Array.isArray(t)) {
							if (e === "float16" && n === Uint16Array || e === "uint4" || e === "int4") throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);
							a = e === "uint64" || e === "int64" ? n.from(t, BigInt) : n.from(t);
						} else if (t instanceof n) a = t;
						else if (t instanceof Uint8ClampedArray) {
							if (e === "uint8") a = Uint8Array.from(t);
							else throw TypeError("A Uint8ClampedArray tensor's data must be type of uint8");
						} else if (e === "float16" && t instanceof Uint16Array && n !== Uint16Array) a = new globalThis.Float16Array(t.buffer, t.byteOffset, t.length);
						else throw TypeError(`A ${r} tensor's data must be type of ${n}`);
					}
				} else if (o = t, Array.isArray(e)) {
					if (e.length === 0) throw TypeError("Tensor type cannot be inferred from an empty array.");
					let t = typeof e[0];
					if (t === "string") r = "string", a = e;
					else if (t === "boolean") r = "bool", a = Uint8Array.from(e);
					else throw TypeError(`Invalid element type of data array: ${t}.`);
				} else if (e instanceof Uint8ClampedArray) r = "uint8", a = Uint8Array.from(e);
				else {
					let t = Se.get(e.constructor);
					if (t === void 0) throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);
					r = t, a = e;
				}
				if (o === void 0) o = [a.length];
				else if (!Array.isArray(o)) throw TypeError("A tensor's dims must be a number array");
				i = o, this.cpuData = a, this.dataLocation = "cpu";
			}
			let a = Ee(i);
			if (this.cpuData && a !== this.cpuData.length && (r !== "uint4" && r !== "int4" || Math.ceil(a / 2) !== this.cpuData.length)) throw Error(`Tensor's size(${a}) does not match data length(${this.cpuData.length}).`);
			this.type = r, this.dims = i, this.size = a;
		}
		static async fromImage(e, t) {
			return ge(e, t);
		}
		static fromTexture(e, t) {
			return _e(e, t);
		}
		static fromGpuBuffer(e, t) {
			return ve(e, t);
		}
		static fromMLTensor(e, t) {
			return ye(e, t);
		}
		static fromPinnedBuffer(e, t, n) {
			return be(e, t, n);
		}
		toDataURL(e) {
			return fe(this, e);
		}
		toImageData(e) {
			return pe(this, e);
		}
		get data() {
			if (this.ensureValid(), !this.cpuData) throw Error("The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.");
			return this.cpuData;
		}
		get location() {
			return this.dataLocation;
		}
		get texture() {
			if (this.ensureValid(), !this.gpuTextureData) throw Error("The data is not stored as a WebGL texture.");
			return this.gpuTextureData;
		}
		get gpuBuffer() {
			if (this.ensureValid(), !this.gpuBufferData) throw Error("The data is not stored as a WebGPU buffer.");
			return this.gpuBufferData;
		}
		get mlTensor() {
			if (this.ensureValid(), !this.mlTensorData) throw Error("The data is not stored as a WebNN MLTensor.");
			return this.mlTensorData;
		}
		async getData(e) {
			switch (this.ensureValid(), this.dataLocation) {
				case "cpu":
				case "cpu-pinned": return this.data;
				case "texture":
				case "gpu-buffer":
				case "ml-tensor":
					if (!this.downloader) throw Error("The current tensor is not created with a specified data downloader.");
					if (this.isDownloading) throw Error("The current tensor is being downloaded.");
					try {
						this.isDownloading = !0;
						let t = await this.downloader();
						return this.downloader = void 0, this.dataLocation = "cpu", this.cpuData = t, e && this.disposer && (this.disposer(), this.disposer = void 0), t;
					} finally {
						this.isDownloading = !1;
					}
				default: throw Error(`cannot get data from location: ${this.dataLocation}`);
			}
		}
		dispose() {
			if (this.isDownloading) throw Error("The current tensor is being downloaded.");
			this.disposer &&= (this.disposer(), void 0), this.cpuData = void 0, this.gpuTextureData = void 0, this.gpuBufferData = void 0, this.mlTensorData = void 0, this.downloader = void 0, this.isDownloading = void 0, this.dataLocation = "none";
		}
		ensureValid() {
			if (this.dataLocation === "none") throw Error("The tensor is disposed.");
		}
		reshape(e) {
			if (this.ensureValid(), this.downloader || this.disposer) throw Error("Cannot reshape a tensor that owns GPU resource.");
			return De(this, e);
		}
	};
}), O, Ae = b(() => {
	ke(), O = D;
}), je, Me, k, A, j, M, Ne = b(() => {
	ue(), je = (e, t) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || console.timeStamp(`${e}::ORT::${t}`);
	}, Me = (e, t) => {
		let n = (/* @__PURE__ */ Error()).stack?.split(/\r\n|\r|\n/g) || [], r = !1;
		for (let i = 0; i < n.length; i++) {
			if (r && !n[i].includes("TRACE_FUNC")) {
				let r = `FUNC_${e}::${n[i].trim().split(" ")[1]}`;
				t && (r += `::${t}`), je("CPU", r);
				return;
			}
			n[i].includes("TRACE_FUNC") && (r = !0);
		}
	}, k = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || Me("BEGIN", e);
	}, A = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || Me("END", e);
	}, j = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || console.time(`ORT::${e}`);
	}, M = (e) => {
		(typeof w.trace > "u" ? !w.wasm.trace : !w.trace) || console.timeEnd(`ORT::${e}`);
	};
}), Pe, Fe = b(() => {
	ae(), Ae(), Ne(), Pe = class e {
		constructor(e) {
			this.handler = e;
		}
		async run(e, t, n) {
			k(), j("InferenceSession.run");
			let r = {}, i = {};
			if (typeof e != "object" || !e || e instanceof O || Array.isArray(e)) throw TypeError("'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.");
			let a = !0;
			if (typeof t == "object") {
				if (t === null) throw TypeError("Unexpected argument[1]: cannot be null.");
				if (t instanceof O) throw TypeError("'fetches' cannot be a Tensor");
				if (Array.isArray(t)) {
					if (t.length === 0) throw TypeError("'fetches' cannot be an empty array.");
					a = !1;
					for (let e of t) {
						if (typeof e != "string") throw TypeError("'fetches' must be a string array or an object.");
						if (this.outputNames.indexOf(e) === -1) throw RangeError(`'fetches' contains invalid output name: ${e}.`);
						r[e] = null;
					}
					if (typeof n == "object" && n) i = n;
					else if (typeof n < "u") throw TypeError("'options' must be an object.");
				} else {
					let e = !1, o = Object.getOwnPropertyNames(t);
					for (let n of this.outputNames) if (o.indexOf(n) !== -1) {
						let i = t[n];
						(i === null || i instanceof O) && (e = !0, a = !1, r[n] = i);
					}
					if (e) {
						if (typeof n == "object" && n) i = n;
						else if (typeof n < "u") throw TypeError("'options' must be an object.");
					} else i = t;
				}
			} else if (typeof t < "u") throw TypeError("Unexpected argument[1]: must be 'fetches' or 'options'.");
			for (let t of this.inputNames) if (typeof e[t] > "u") throw Error(`input '${t}' is missing in 'feeds'.`);
			if (a) for (let e of this.outputNames) r[e] = null;
			let o = await this.handler.run(e, r, i), s = {};
			for (let e in o) if (Object.hasOwnProperty.call(o, e)) {
				let t = o[e];
				s[e] = t instanceof O ? t : new O(t.type, t.data, t.dims);
			}
			return M("InferenceSession.run"), A(), s;
		}
		async release() {
			return this.handler.dispose();
		}
		static async create(t, n, r, i) {
			k(), j("InferenceSession.create");
			let a, o = {};
			if (typeof t == "string") {
				if (a = t, typeof n == "object" && n) o = n;
				else if (typeof n < "u") throw TypeError("'options' must be an object.");
			} else if (t instanceof Uint8Array) {
				if (a = t, typeof n == "object" && n) o = n;
				else if (typeof n < "u") throw TypeError("'options' must be an object.");
			} else if (t instanceof ArrayBuffer || typeof SharedArrayBuffer < "u" && t instanceof SharedArrayBuffer) {
				let e = t, s = 0, c = t.byteLength;
				if (typeof n == "object" && n) o = n;
				else if (typeof n == "number") {
					if (s = n, !Number.isSafeInteger(s)) throw RangeError("'byteOffset' must be an integer.");
					if (s < 0 || s >= e.byteLength) throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);
					if (c = t.byteLength - s, typeof r == "number") {
						if (c = r, !Number.isSafeInteger(c)) throw RangeError("'byteLength' must be an integer.");
						if (c <= 0 || s + c > e.byteLength) throw RangeError(`'byteLength' is out of range (0, ${e.byteLength - s}].`);
						if (typeof i == "object" && i) o = i;
						else if (typeof i < "u") throw TypeError("'options' must be an object.");
					} else if (typeof r < "u") throw TypeError("'byteLength' must be a number.");
				} else if (typeof n < "u") throw TypeError("'options' must be an object.");
				a = new Uint8Array(e, s, c);
			} else throw TypeError("Unexpected argument[0]: must be 'path' or 'buffer'.");
			let [s, c] = await ie(o), l = await s.createInferenceSessionHandler(a, c);
			return M("InferenceSession.create"), A(), new e(l);
		}
		startProfiling() {
			this.handler.startProfiling();
		}
		endProfiling() {
			this.handler.endProfiling();
		}
		get inputNames() {
			return this.handler.inputNames;
		}
		get outputNames() {
			return this.handler.outputNames;
		}
		get inputMetadata() {
			return this.handler.inputMetadata;
		}
		get outputMetadata() {
			return this.handler.outputMetadata;
		}
	};
}), Ie, Le = b(() => {
	Fe(), Ie = Pe;
}), Re = b(() => {}), ze = b(() => {}), Be = b(() => {}), Ve = b(() => {});
ee({}, {
	InferenceSession: () => Ie,
	TRACE: () => je,
	TRACE_EVENT_BEGIN: () => j,
	TRACE_EVENT_END: () => M,
	TRACE_FUNC_BEGIN: () => k,
	TRACE_FUNC_END: () => A,
	Tensor: () => O,
	env: () => T,
	registerBackend: () => ne
});
var N = b(() => {
	oe(), de(), Le(), Ae(), Re(), ze(), Ne(), Be(), Ve();
}), He = b(() => {}), Ue = {};
ee(Ue, { default: () => Ke });
var We, Ge, Ke, qe = b(() => {
	qt(), I(), st(), We = "ort-wasm-proxy-worker", Ge = globalThis.self?.name === We, Ge && (self.onmessage = (e) => {
		let { type: t, in: n } = e.data;
		try {
			switch (t) {
				case "init-wasm":
					ht(n.wasm).then(() => {
						It(n).then(() => {
							postMessage({ type: t });
						}, (e) => {
							postMessage({
								type: t,
								err: e
							});
						});
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				case "init-ep": {
					let { epName: e, env: r } = n;
					Lt(r, e).then(() => {
						postMessage({ type: t });
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "copy-from": {
					let { buffer: e } = n, r = Bt(e);
					postMessage({
						type: t,
						out: r
					});
					break;
				}
				case "create": {
					let { model: e, options: r } = n;
					Vt(e, r).then((e) => {
						postMessage({
							type: t,
							out: e
						});
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "release":
					Ht(n), postMessage({ type: t });
					break;
				case "run": {
					let { sessionId: e, inputIndices: r, inputs: i, outputIndices: a, options: o } = n;
					Wt(e, r, i, a, Array(a.length).fill(null), o).then((e) => {
						e.some((e) => e[3] !== "cpu") ? postMessage({
							type: t,
							err: "Proxy does not support non-cpu tensor location."
						}) : postMessage({
							type: t,
							out: e
						}, Kt([...i, ...e]));
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "end-profiling": Gt(n), postMessage({ type: t });
			}
		} catch (e) {
			postMessage({
				type: t,
				err: e
			});
		}
	}), Ke = Ge ? null : (e) => new Worker(e ?? P, {
		type: "module",
		name: We
	});
}), Je, Ye, Xe, P, Ze, Qe, $e, et, tt, nt, rt, it, at, ot, st = b(() => {
	He(), Je = typeof location > "u" ? void 0 : location.origin, Ye = import.meta.url > "file:" && import.meta.url < "file;", Xe = () => Ye ? new URL(new URL("ort.wasm.min.mjs", import.meta.url).href, Je).href : import.meta.url, P = Xe(), Ze = () => {
		if (P && !P.startsWith("blob:")) return P.substring(0, P.lastIndexOf("/") + 1);
	}, Qe = (e, t) => {
		try {
			let n = t ?? P;
			return (n ? new URL(e, n) : new URL(e)).origin === Je;
		} catch {
			return !1;
		}
	}, $e = (e, t) => {
		let n = t ?? P;
		try {
			return (n ? new URL(e, n) : new URL(e)).href;
		} catch {
			return;
		}
	}, et = (e, t) => `${t ?? "./"}${e}`, tt = async (e) => {
		let t = await (await fetch(e, { credentials: "same-origin" })).blob();
		return URL.createObjectURL(t);
	}, nt = async (e) => (await import(
		/*webpackIgnore:true*/
		/*@vite-ignore*/
		e
)).default, rt = (qe(), te(Ue)).default, it = async () => {
		if (!P) throw Error("Failed to load proxy worker: cannot determine the script source URL.");
		if (Qe(P)) return [void 0, rt()];
		let e = await tt(P);
		return [e, rt(e)];
	}, at = void 0, ot = async (e, t, n, r) => {
		let i = at && !(e || t);
		if (i) {
			if (P) i = Qe(P) || r && !n;
			else if (r && !n) i = !0;
			else throw Error("cannot determine the script source URL.");
		}
		if (i) return [void 0, at];
		{
			let r = "ort-wasm-simd-threaded.mjs", i = e ?? $e(r, t), a = n && i && !Qe(i, t), o = a ? await tt(i) : i ?? et(r, t);
			return [a ? o : void 0, await nt(o)];
		}
	};
}), ct, lt, ut, dt, ft, pt, mt, ht, F, I = b(() => {
	st(), lt = !1, ut = !1, dt = !1, ft = () => {
		if (typeof SharedArrayBuffer > "u") return !1;
		try {
			return typeof MessageChannel < "u" && new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)), WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				4,
				1,
				96,
				0,
				0,
				3,
				2,
				1,
				0,
				5,
				4,
				1,
				3,
				1,
				1,
				10,
				11,
				1,
				9,
				0,
				65,
				0,
				254,
				16,
				2,
				0,
				26,
				11
			]));
		} catch {
			return !1;
		}
	}, pt = () => {
		try {
			return WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				4,
				1,
				96,
				0,
				0,
				3,
				2,
				1,
				0,
				10,
				30,
				1,
				28,
				0,
				65,
				0,
				253,
				15,
				253,
				12,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				253,
				186,
				1,
				26,
				11
			]));
		} catch {
			return !1;
		}
	}, mt = () => {
		try {
			return WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				5,
				1,
				96,
				0,
				1,
				123,
				3,
				2,
				1,
				0,
				10,
				19,
				1,
				17,
				0,
				65,
				1,
				253,
				15,
				65,
				2,
				253,
				15,
				65,
				3,
				253,
				15,
				253,
				147,
				2,
				11
			]));
		} catch {
			return !1;
		}
	}, ht = async (e) => {
		if (lt) return Promise.resolve();
		if (ut) throw Error("multiple calls to 'initializeWebAssembly()' detected.");
		if (dt) throw Error("previous call to 'initializeWebAssembly()' failed.");
		ut = !0;
		let t = e.initTimeout, n = e.numThreads;
		if (e.simd !== !1) {
			if (e.simd === "relaxed") {
				if (!mt()) throw Error("Relaxed WebAssembly SIMD is not supported in the current environment.");
			} else if (!pt()) throw Error("WebAssembly SIMD is not supported in the current environment.");
		}
		let r = ft();
		n > 1 && !r && (typeof self < "u" && !self.crossOriginIsolated && console.warn("env.wasm.numThreads is set to " + n + ", but this will not work unless you enable crossOriginIsolated mode. See https://web.dev/cross-origin-isolation-guide/ for more info."), console.warn("WebAssembly multi-threading is not supported in the current environment. Falling back to single-threading."), e.numThreads = n = 1);
		let i = e.wasmPaths, a = typeof i == "string" ? i : void 0, o = i?.mjs, s = o?.href ?? o, c = i?.wasm, l = c?.href ?? c, u = e.wasmBinary, [d, f] = await ot(s, a, n > 1, !!u || !!l), p = !1, m = [];
		if (t > 0 && m.push(new Promise((e) => {
			setTimeout(() => {
				p = !0, e();
			}, t);
		})), m.push(new Promise((e, t) => {
			let r = { numThreads: n };
			if (u) r.wasmBinary = u, r.locateFile = (e) => e;
			else if (l || a) r.locateFile = (e) => l ?? a + e;
			else if (s && s.indexOf("blob:") !== 0) r.locateFile = (e) => new URL(e, s).href;
			else if (d) {
				let e = Ze();
				e && (r.locateFile = (t) => e + t);
			}
			f(r).then((t) => {
				ut = !1, lt = !0, ct = t, e(), d && URL.revokeObjectURL(d);
			}, (e) => {
				ut = !1, dt = !0, t(e);
			});
		})), await Promise.race(m), p) throw Error(`WebAssembly backend initializing failed due to timeout: ${t}ms`);
	}, F = () => {
		if (lt && ct) return ct;
		throw Error("WebAssembly is not initialized yet.");
	};
}), L, gt, R, _t = b(() => {
	I(), L = (e, t) => {
		let n = F(), r = n.lengthBytesUTF8(e) + 1, i = n._malloc(r);
		return n.stringToUTF8(e, i, r), t.push(i), i;
	}, gt = (e, t, n, r) => {
		if (typeof e == "object" && e) {
			if (n.has(e)) throw Error("Circular reference in options");
			n.add(e);
		}
		Object.entries(e).forEach(([e, i]) => {
			let a = t ? t + e : e;
			if (typeof i == "object") gt(i, a + ".", n, r);
			else if (typeof i == "string" || typeof i == "number") r(a, i.toString());
			else if (typeof i == "boolean") r(a, i ? "1" : "0");
			else throw Error(`Can't handle extra config type: ${typeof i}`);
		});
	}, R = (e) => {
		let t = F(), n = t.stackSave();
		try {
			let n = t.PTR_SIZE, r = t.stackAlloc(2 * n);
			t._OrtGetLastError(r, r + n);
			let i = Number(t.getValue(r, n === 4 ? "i32" : "i64")), a = t.getValue(r + n, "*"), o = a ? t.UTF8ToString(a) : "";
			throw Error(`${e} ERROR_CODE: ${i}, ERROR_MESSAGE: ${o}`);
		} finally {
			t.stackRestore(n);
		}
	};
}), vt, yt = b(() => {
	I(), _t(), vt = (e) => {
		let t = F(), n = 0, r = [], i = e || {};
		try {
			if (e?.logSeverityLevel === void 0) i.logSeverityLevel = 2;
			else if (typeof e.logSeverityLevel != "number" || !Number.isInteger(e.logSeverityLevel) || e.logSeverityLevel < 0 || e.logSeverityLevel > 4) throw Error(`log severity level is not valid: ${e.logSeverityLevel}`);
			if (e?.logVerbosityLevel === void 0) i.logVerbosityLevel = 0;
			else if (typeof e.logVerbosityLevel != "number" || !Number.isInteger(e.logVerbosityLevel)) throw Error(`log verbosity level is not valid: ${e.logVerbosityLevel}`);
			e?.terminate === void 0 && (i.terminate = !1);
			let a = 0;
			return e?.tag !== void 0 && (a = L(e.tag, r)), n = t._OrtCreateRunOptions(i.logSeverityLevel, i.logVerbosityLevel, !!i.terminate, a), n === 0 && R("Can't create run options."), e?.extra !== void 0 && gt(e.extra, "", /* @__PURE__ */ new WeakSet(), (e, i) => {
				let a = L(e, r), o = L(i, r);
				t._OrtAddRunConfigEntry(n, a, o) !== 0 && R(`Can't set a run config entry: ${e} - ${i}.`);
			}), [n, r];
		} catch (e) {
			throw n !== 0 && t._OrtReleaseRunOptions(n), r.forEach((e) => t._free(e)), e;
		}
	};
}), bt, xt, St, z, Ct, wt, Tt = b(() => {
	I(), _t(), bt = (e) => {
		switch (e) {
			case "disabled": return 0;
			case "basic": return 1;
			case "extended": return 2;
			case "layout": return 3;
			case "all": return 99;
			default: throw Error(`unsupported graph optimization level: ${e}`);
		}
	}, xt = (e) => {
		switch (e) {
			case "sequential": return 0;
			case "parallel": return 1;
			default: throw Error(`unsupported execution mode: ${e}`);
		}
	}, St = (e) => {
		e.extra ||= {}, e.extra.session || (e.extra.session = {});
		let t = e.extra.session;
		t.use_ort_model_bytes_directly ||= "1", e.executionProviders && e.executionProviders.some((e) => (typeof e == "string" ? e : e.name) === "webgpu") && (e.enableMemPattern = !1);
	}, z = (e, t, n, r) => {
		let i = L(t, r), a = L(n, r);
		F()._OrtAddSessionConfigEntry(e, i, a) !== 0 && R(`Can't set a session config entry: ${t} - ${n}.`);
	}, Ct = async (e, t, n) => {
		let r = t.executionProviders;
		for (let t of r) {
			let r = typeof t == "string" ? t : t.name, i = [];
			switch (r) {
				case "webnn":
					if (r = "WEBNN", z(e, "session.disable_quant_qdq", "1", n), z(e, "session.disable_qdq_constant_folding", "1", n), typeof t != "string") {
						let r = t?.deviceType;
						r && z(e, "deviceType", r, n);
					}
					break;
				case "webgpu":
					if (r = "JS", typeof t != "string") {
						let r = t;
						if (r?.preferredLayout) {
							if (r.preferredLayout !== "NCHW" && r.preferredLayout !== "NHWC") throw Error(`preferredLayout must be either 'NCHW' or 'NHWC': ${r.preferredLayout}`);
							z(e, "preferredLayout", r.preferredLayout, n);
						}
					}
					break;
				case "wasm":
				case "cpu": continue;
				default: throw Error(`not supported execution provider: ${r}`);
			}
			let a = L(r, n), o = i.length, s = 0, c = 0;
			if (o > 0) {
				s = F()._malloc(o * F().PTR_SIZE), n.push(s), c = F()._malloc(o * F().PTR_SIZE), n.push(c);
				for (let e = 0; e < o; e++) F().setValue(s + e * F().PTR_SIZE, i[e][0], "*"), F().setValue(c + e * F().PTR_SIZE, i[e][1], "*");
			}
			await F()._OrtAppendExecutionProvider(e, a, s, c, o) !== 0 && R(`Can't append execution provider: ${r}.`);
		}
	}, wt = async (e) => {
		let t = F(), n = 0, r = [], i = e || {};
		St(i);
		try {
			let e = bt(i.graphOptimizationLevel ?? "all"), a = xt(i.executionMode ?? "sequential"), o = typeof i.logId == "string" ? L(i.logId, r) : 0, s = i.logSeverityLevel ?? 2;
			if (!Number.isInteger(s) || s < 0 || s > 4) throw Error(`log severity level is not valid: ${s}`);
			let c = i.logVerbosityLevel ?? 0;
			if (!Number.isInteger(c) || c < 0 || c > 4) throw Error(`log verbosity level is not valid: ${c}`);
			let l = typeof i.optimizedModelFilePath == "string" ? L(i.optimizedModelFilePath, r) : 0;
			if (n = t._OrtCreateSessionOptions(e, !!i.enableCpuMemArena, !!i.enableMemPattern, a, !!i.enableProfiling, 0, o, s, c, l), n === 0 && R("Can't create session options."), i.executionProviders && await Ct(n, i, r), i.enableGraphCapture !== void 0) {
				if (typeof i.enableGraphCapture != "boolean") throw Error(`enableGraphCapture must be a boolean value: ${i.enableGraphCapture}`);
				z(n, "enableGraphCapture", i.enableGraphCapture.toString(), r);
			}
			if (i.freeDimensionOverrides) for (let [e, a] of Object.entries(i.freeDimensionOverrides)) {
				if (typeof e != "string") throw Error(`free dimension override name must be a string: ${e}`);
				if (typeof a != "number" || !Number.isInteger(a) || a < 0) throw Error(`free dimension override value must be a non-negative integer: ${a}`);
				let i = L(e, r);
				t._OrtAddFreeDimensionOverride(n, i, a) !== 0 && R(`Can't set a free dimension override: ${e} - ${a}.`);
			}
			return i.extra !== void 0 && gt(i.extra, "", /* @__PURE__ */ new WeakSet(), (e, t) => {
				z(n, e, t, r);
			}), [n, r];
		} catch (e) {
			throw n !== 0 && t._OrtReleaseSessionOptions(n) !== 0 && R("Can't release session options."), r.forEach((e) => t._free(e)), e;
		}
	};
}), B, Et, V, Dt, Ot, kt, At, jt, Mt = b(() => {
	B = (e) => {
		switch (e) {
			case "int8": return 3;
			case "uint8": return 2;
			case "bool": return 9;
			case "int16": return 5;
			case "uint16": return 4;
			case "int32": return 6;
			case "uint32": return 12;
			case "float16": return 10;
			case "float32": return 1;
			case "float64": return 11;
			case "string": return 8;
			case "int64": return 7;
			case "uint64": return 13;
			case "int4": return 22;
			case "uint4": return 21;
			default: throw Error(`unsupported data type: ${e}`);
		}
	}, Et = (e) => {
		switch (e) {
			case 3: return "int8";
			case 2: return "uint8";
			case 9: return "bool";
			case 5: return "int16";
			case 4: return "uint16";
			case 6: return "int32";
			case 12: return "uint32";
			case 10: return "float16";
			case 1: return "float32";
			case 11: return "float64";
			case 8: return "string";
			case 7: return "int64";
			case 13: return "uint64";
			case 22: return "int4";
			case 21: return "uint4";
			default: throw Error(`unsupported data type: ${e}`);
		}
	}, V = (e, t) => {
		let n = [
			-1,
			4,
			1,
			1,
			2,
			2,
			4,
			8,
			-1,
			1,
			2,
			8,
			4,
			8,
			-1,
			-1,
			-1,
			-1,
			-1,
			-1,
			-1,
			.5,
			.5
		][e], r = typeof t == "number" ? t : t.reduce((e, t) => e * t, 1);
		return n > 0 ? Math.ceil(r * n) : void 0;
	}, Dt = (e) => {
		switch (e) {
			case "float16": return typeof Float16Array < "u" ? Float16Array : Uint16Array;
			case "float32": return Float32Array;
			case "uint8": return Uint8Array;
			case "int8": return Int8Array;
			case "uint16": return Uint16Array;
			case "int16": return Int16Array;
			case "int32": return Int32Array;
			case "bool": return Uint8Array;
			case "float64": return Float64Array;
			case "uint32": return Uint32Array;
			case "int64": return BigInt64Array;
			case "uint64": return BigUint64Array;
			default: throw Error(`unsupported type: ${e}`);
		}
	}, Ot = (e) => {
		switch (e) {
			case "verbose": return 0;
			case "info": return 1;
			case "warning": return 2;
			case "error": return 3;
			case "fatal": return 4;
			default: throw Error(`unsupported logging level: ${e}`);
		}
	}, kt = (e) => e === "float32" || e === "float16" || e === "int32" || e === "int64" || e === "uint32" || e === "uint8" || e === "bool" || e === "uint4" || e === "int4", At = (e) => e === "float32" || e === "float16" || e === "int32" || e === "int64" || e === "uint32" || e === "uint64" || e === "int8" || e === "uint8" || e === "bool" || e === "uint4" || e === "int4", jt = (e) => {
		switch (e) {
			case "none": return 0;
			case "cpu": return 1;
			case "cpu-pinned": return 2;
			case "texture": return 3;
			case "gpu-buffer": return 4;
			case "ml-tensor": return 5;
			default: throw Error(`unsupported data location: ${e}`);
		}
	};
}), Nt, Pt = b(() => {
	He(), Nt = async (e) => {
		if (typeof e == "string") {
			let t = await fetch(e);
			if (!t.ok) throw Error(`failed to load external data file: ${e}`);
			let n = t.headers.get("Content-Length"), r = n ? parseInt(n, 10) : 0;
			if (r < 1073741824) return new Uint8Array(await t.arrayBuffer());
			{
				if (!t.body) throw Error(`failed to load external data file: ${e}, no response body.`);
				let n = t.body.getReader(), i;
				try {
					i = new ArrayBuffer(r);
				} catch (e) {
					if (e instanceof RangeError) {
						let e = Math.ceil(r / 65536);
						i = new WebAssembly.Memory({
							initial: e,
							maximum: e
						}).buffer;
					} else throw e;
				}
				let a = 0;
				for (;;) {
					let { done: e, value: t } = await n.read();
					if (e) break;
					let r = t.byteLength;
					new Uint8Array(i, a, r).set(t), a += r;
				}
				return new Uint8Array(i, 0, r);
			}
		}
		return e instanceof Blob ? new Uint8Array(await e.arrayBuffer()) : e instanceof Uint8Array ? e : new Uint8Array(e);
	};
}), Ft, It, Lt, H, Rt, zt, Bt, Vt, Ht, Ut, Wt, Gt, Kt, qt = b(() => {
	N(), yt(), Tt(), Mt(), I(), _t(), Pt(), Ft = (e, t) => {
		F()._OrtInit(e, t) !== 0 && R("Can't initialize onnxruntime.");
	}, It = async (e) => {
		Ft(e.wasm.numThreads, Ot(e.logLevel));
	}, Lt = async (e, t) => {
		F().asyncInit?.();
		let n = e.webgpu.adapter;
		if (t === "webgpu") {
			if (typeof navigator > "u" || !navigator.gpu) throw Error("WebGPU is not supported in current environment");
			if (n) {
				if (typeof n.limits != "object" || typeof n.features != "object" || typeof n.requestDevice != "function") throw Error("Invalid GPU adapter set in `env.webgpu.adapter`. It must be a GPUAdapter object.");
			} else {
				let t = e.webgpu.powerPreference;
				if (t !== void 0 && t !== "low-power" && t !== "high-performance") throw Error(`Invalid powerPreference setting: "${t}"`);
				let r = e.webgpu.forceFallbackAdapter;
				if (r !== void 0 && typeof r != "boolean") throw Error(`Invalid forceFallbackAdapter setting: "${r}"`);
				if (n = await navigator.gpu.requestAdapter({
					powerPreference: t,
					forceFallbackAdapter: r
				}), !n) throw Error("Failed to get GPU adapter. You may need to enable flag \"--enable-unsafe-webgpu\" if you are using Chrome.");
			}
		}
		if (t === "webnn" && (typeof navigator > "u" || !navigator.ml)) throw Error("WebNN is not supported in current environment");
	}, H = /* @__PURE__ */ new Map(), Rt = (e) => {
		let t = F(), n = t.stackSave();
		try {
			let n = t.PTR_SIZE, r = t.stackAlloc(2 * n);
			t._OrtGetInputOutputCount(e, r, r + n) !== 0 && R("Can't get session input/output count.");
			let i = n === 4 ? "i32" : "i64";
			return [Number(t.getValue(r, i)), Number(t.getValue(r + n, i))];
		} finally {
			t.stackRestore(n);
		}
	}, zt = (e, t) => {
		let n = F(), r = n.stackSave(), i = 0;
		try {
			let r = n.PTR_SIZE, a = n.stackAlloc(2 * r);
			n._OrtGetInputOutputMetadata(e, t, a, a + r) !== 0 && R("Can't get session input/output metadata.");
			let o = Number(n.getValue(a, "*"));
			i = Number(n.getValue(a + r, "*"));
			let s = n.HEAP32[i / 4];
			if (s === 0) return [o, 0];
			let c = n.HEAPU32[i / 4 + 1], l = [];
			for (let e = 0; e < c; e++) {
				let t = Number(n.getValue(i + 8 + e * r, "*"));
				l.push(t === 0 ? Number(n.getValue(i + 8 + (e + c) * r, "*")) : n.UTF8ToString(t));
			}
			return [
				o,
				s,
				l
			];
		} finally {
			n.stackRestore(r), i !== 0 && n._OrtFree(i);
		}
	}, Bt = (e) => {
		let t = F(), n = t._malloc(e.byteLength);
		if (n === 0) throw Error(`Can't create a session. failed to allocate a buffer of size ${e.byteLength}.`);
		return t.HEAPU8.set(e, n), [n, e.byteLength];
	}, Vt = async (e, t) => {
		let n, r, i = F();
		Array.isArray(e) ? [n, r] = e : e.buffer === i.HEAPU8.buffer ? [n, r] = [e.byteOffset, e.byteLength] : [n, r] = Bt(e);
		let a = 0, o = 0, s = [], c = [], l = [];
		try {
			if ([o, s] = await wt(t), t?.externalData && i.mountExternalData) {
				let e = [];
				for (let n of t.externalData) {
					let t = typeof n == "string" ? n : n.path, r = typeof n == "string" ? n : n.data;
					e.push(Nt(r).then((e) => {
						i.mountExternalData(t, e);
					}));
				}
				await Promise.all(e);
			}
			for (let e of t?.executionProviders ?? []) if ((typeof e == "string" ? e : e.name) === "webnn") {
				if (i.shouldTransferToMLTensor = !1, typeof e != "string") {
					let t = e, n = t?.context, r = t?.gpuDevice, a = t?.deviceType, o = t?.powerPreference;
					i.currentContext = n || (r ? await i.webnnCreateMLContext(r) : await i.webnnCreateMLContext({
						deviceType: a,
						powerPreference: o
					}));
				} else i.currentContext = await i.webnnCreateMLContext();
				break;
			}
			a = await i._OrtCreateSession(n, r, o), i.webgpuOnCreateSession?.(a), a === 0 && R("Can't create a session."), i.jsepOnCreateSession?.(), i.currentContext && (i.webnnRegisterMLContext(a, i.currentContext), i.currentContext = void 0, i.shouldTransferToMLTensor = !0);
			let [e, u] = Rt(a), d = !!t?.enableGraphCapture, f = [], p = [], m = [], h = [];
			for (let t = 0; t < e; t++) {
				let [e, n, r] = zt(a, t);
				e === 0 && R("Can't get an input name."), c.push(e);
				let o = i.UTF8ToString(e);
				f.push(o), m.push(n === 0 ? {
					name: o,
					isTensor: !1
				} : {
					name: o,
					isTensor: !0,
					type: Et(n),
					shape: r
				});
			}
			for (let t = 0; t < u; t++) {
				let [n, r, o] = zt(a, t + e);
				n === 0 && R("Can't get an output name."), l.push(n);
				let s = i.UTF8ToString(n);
				p.push(s), h.push(r === 0 ? {
					name: s,
					isTensor: !1
				} : {
					name: s,
					isTensor: !0,
					type: Et(r),
					shape: o
				});
			}
			return H.set(a, [
				a,
				c,
				l,
				null,
				d,
				!1
			]), [
				a,
				f,
				p,
				m,
				h
			];
		} catch (e) {
			throw c.forEach((e) => i._OrtFree(e)), l.forEach((e) => i._OrtFree(e)), a !== 0 && i._OrtReleaseSession(a) !== 0 && R("Can't release session."), e;
		} finally {
			i._free(n), o !== 0 && i._OrtReleaseSessionOptions(o) !== 0 && R("Can't release session options."), s.forEach((e) => i._free(e)), i.unmountExternalData?.();
		}
	}, Ht = (e) => {
		let t = F(), n = H.get(e);
		if (!n) throw Error(`cannot release session. invalid session id: ${e}`);
		let [r, i, a, o, s] = n;
		o && (s && t._OrtClearBoundOutputs(o.handle) !== 0 && R("Can't clear bound outputs."), t._OrtReleaseBinding(o.handle) !== 0 && R("Can't release IO binding.")), t.jsepOnReleaseSession?.(e), t.webnnOnReleaseSession?.(e), t.webgpuOnReleaseSession?.(e), i.forEach((e) => t._OrtFree(e)), a.forEach((e) => t._OrtFree(e)), t._OrtReleaseSession(r) !== 0 && R("Can't release session."), H.delete(e);
	}, Ut = async (e, t, n, r, i, a, o = !1) => {
		if (!e) {
			t.push(0);
			return;
		}
		let s = F(), c = s.PTR_SIZE, l = e[0], u = e[1], d = e[3], f = d, p, m;
		if (l === "string" && (d === "gpu-buffer" || d === "ml-tensor")) throw Error("String tensor is not supported on GPU.");
		if (o && d !== "gpu-buffer") throw Error(`External buffer must be provided for input/output index ${a} when enableGraphCapture is true.`);
		if (d === "gpu-buffer") {
			let t = e[2].gpuBuffer;
			m = V(B(l), u);
			{
				let e = s.jsepRegisterBuffer;
				if (!e) throw Error("Tensor location \"gpu-buffer\" is not supported without using WebGPU.");
				p = e(r, a, t, m);
			}
		} else if (d === "ml-tensor") {
			let t = e[2].mlTensor;
			m = V(B(l), u);
			let n = s.webnnRegisterMLTensor;
			if (!n) throw Error("Tensor location \"ml-tensor\" is not supported without using WebNN.");
			p = n(r, t, B(l), u);
		} else {
			let t = e[2];
			if (Array.isArray(t)) {
				m = c * t.length, p = s._malloc(m), n.push(p);
				for (let e = 0; e < t.length; e++) {
					if (typeof t[e] != "string") throw TypeError(`tensor data at index ${e} is not a string`);
					s.setValue(p + e * c, L(t[e], n), "*");
				}
			} else {
				let e = s.webnnIsGraphInput, a = s.webnnIsGraphOutput;
				if (l !== "string" && e && a) {
					let o = s.UTF8ToString(i);
					if (e(r, o) || a(r, o)) {
						let e = B(l);
						m = V(e, u), f = "ml-tensor";
						let n = s.webnnCreateTemporaryTensor, i = s.webnnUploadTensor;
						if (!n || !i) throw Error("Tensor location \"ml-tensor\" is not supported without using WebNN.");
						let a = await n(r, e, u);
						i(a, new Uint8Array(t.buffer, t.byteOffset, t.byteLength)), p = a;
					} else m = t.byteLength, p = s._malloc(m), n.push(p), s.HEAPU8.set(new Uint8Array(t.buffer, t.byteOffset, m), p);
				} else m = t.byteLength, p = s._malloc(m), n.push(p), s.HEAPU8.set(new Uint8Array(t.buffer, t.byteOffset, m), p);
			}
		}
		let h = s.stackSave(), g = s.stackAlloc(4 * u.length);
		try {
			u.forEach((e, t) => s.setValue(g + t * c, e, c === 4 ? "i32" : "i64"));
			let e = s._OrtCreateTensor(B(l), p, m, g, u.length, jt(f));
			e === 0 && R(`Can't create tensor for input/output. session=${r}, index=${a}.`), t.push(e);
		} finally {
			s.stackRestore(h);
		}
	}, Wt = async (e, t, n, r, i, a) => {
		let o = F(), s = o.PTR_SIZE, c = H.get(e);
		if (!c) throw Error(`cannot run inference. invalid session id: ${e}`);
		let l = c[0], u = c[1], d = c[2], f = c[3], p = c[4];
		c[5];
		let m = t.length, h = r.length, g = 0, _ = [], v = [], y = [], b = [], ee = [], x = o.stackSave(), te = o.stackAlloc(m * s), S = o.stackAlloc(m * s), C = o.stackAlloc(h * s), ne = o.stackAlloc(h * s);
		try {
			[g, _] = vt(a), j("wasm prepareInputOutputTensor");
			for (let r = 0; r < m; r++) await Ut(n[r], v, b, e, u[t[r]], t[r], p);
			for (let t = 0; t < h; t++) await Ut(i[t], y, b, e, d[r[t]], m + r[t], p);
			M("wasm prepareInputOutputTensor");
			for (let e = 0; e < m; e++) o.setValue(te + e * s, v[e], "*"), o.setValue(S + e * s, u[t[e]], "*");
			for (let e = 0; e < h; e++) o.setValue(C + e * s, y[e], "*"), o.setValue(ne + e * s, d[r[e]], "*");
			o.jsepOnRunStart?.(l), o.webnnOnRunStart?.(l);
			let c;
			c = await o._OrtRun(l, S, te, m, ne, h, C, g), c !== 0 && R("failed to call OrtRun().");
			let x = [], re = [];
			j("wasm ProcessOutputTensor");
			for (let t = 0; t < h; t++) {
				let n = Number(o.getValue(C + t * s, "*"));
				if (n === y[t] || ee.includes(y[t])) {
					x.push(i[t]), n !== y[t] && o._OrtReleaseTensor(n) !== 0 && R("Can't release tensor.");
					continue;
				}
				let a = o.stackSave(), c = o.stackAlloc(4 * s), l = !1, u, d = 0;
				try {
					o._OrtGetTensorData(n, c, c + s, c + 2 * s, c + 3 * s) !== 0 && R(`Can't access output tensor data on index ${t}.`);
					let i = s === 4 ? "i32" : "i64", a = Number(o.getValue(c, i));
					d = o.getValue(c + s, "*");
					let p = o.getValue(c + s * 2, "*"), m = Number(o.getValue(c + s * 3, i)), h = [];
					for (let e = 0; e < m; e++) h.push(Number(o.getValue(p + e * s, i)));
					o._OrtFree(p) !== 0 && R("Can't free memory for tensor dims.");
					let g = h.reduce((e, t) => e * t, 1);
					u = Et(a);
					let _ = f?.outputPreferredLocations[r[t]];
					if (u === "string") {
						if (_ === "gpu-buffer" || _ === "ml-tensor") throw Error("String tensor is not supported on GPU.");
						let e = [];
						for (let t = 0; t < g; t++) {
							let n = o.getValue(d + t * s, "*"), r = o.getValue(d + (t + 1) * s, "*"), i = t === g - 1 ? void 0 : r - n;
							e.push(o.UTF8ToString(n, i));
						}
						x.push([
							u,
							h,
							e,
							"cpu"
						]);
					} else if (_ === "gpu-buffer" && g > 0) {
						let e = o.jsepGetBuffer;
						if (!e) throw Error("preferredLocation \"gpu-buffer\" is not supported without using WebGPU.");
						let t = e(d), r = V(a, g);
						if (r === void 0 || !kt(u)) throw Error(`Unsupported data type: ${u}`);
						l = !0, x.push([
							u,
							h,
							{
								gpuBuffer: t,
								download: o.jsepCreateDownloader(t, r, u),
								dispose: () => {
									o._OrtReleaseTensor(n) !== 0 && R("Can't release tensor.");
								}
							},
							"gpu-buffer"
						]);
					} else if (_ === "ml-tensor" && g > 0) {
						let t = o.webnnEnsureTensor, r = o.webnnIsGraphInputOutputTypeSupported;
						if (!t || !r) throw Error("preferredLocation \"ml-tensor\" is not supported without using WebNN.");
						if (V(a, g) === void 0 || !At(u)) throw Error(`Unsupported data type: ${u}`);
						if (!r(e, u, !1)) throw Error(`preferredLocation "ml-tensor" for ${u} output is not supported by current WebNN Context.`);
						let i = await t(e, d, a, h, !1);
						l = !0, x.push([
							u,
							h,
							{
								mlTensor: i,
								download: o.webnnCreateMLTensorDownloader(d, u),
								dispose: () => {
									o.webnnReleaseTensorId(d), o._OrtReleaseTensor(n);
								}
							},
							"ml-tensor"
						]);
					} else if (_ === "ml-tensor-cpu-output" && g > 0) {
						let e = o.webnnCreateMLTensorDownloader(d, u)(), t = x.length;
						l = !0, re.push((async () => {
							let r = [t, await e];
							return o.webnnReleaseTensorId(d), o._OrtReleaseTensor(n), r;
						})()), x.push([
							u,
							h,
							[],
							"cpu"
						]);
					} else {
						let e = new (Dt(u))(g);
						new Uint8Array(e.buffer, e.byteOffset, e.byteLength).set(o.HEAPU8.subarray(d, d + e.byteLength)), x.push([
							u,
							h,
							e,
							"cpu"
						]);
					}
				} finally {
					o.stackRestore(a), u === "string" && d && o._free(d), l || o._OrtReleaseTensor(n);
				}
			}
			f && !p && (o._OrtClearBoundOutputs(f.handle) !== 0 && R("Can't clear bound outputs."), H.set(e, [
				l,
				u,
				d,
				f,
				p,
				!1
			]));
			for (let [e, t] of await Promise.all(re)) x[e][2] = t;
			return M("wasm ProcessOutputTensor"), x;
		} finally {
			o.webnnOnRunEnd?.(l), o.stackRestore(x), v.forEach((e) => o._OrtReleaseTensor(e)), y.forEach((e) => o._OrtReleaseTensor(e)), b.forEach((e) => o._free(e)), g !== 0 && o._OrtReleaseRunOptions(g), _.forEach((e) => o._free(e));
		}
	}, Gt = (e) => {
		let t = F(), n = H.get(e);
		if (!n) throw Error("invalid session id");
		let r = n[0], i = t._OrtEndProfiling(r);
		i === 0 && R("Can't get an profile file name."), t._OrtFree(i);
	}, Kt = (e) => {
		let t = [];
		for (let n of e) {
			let e = n[2];
			!Array.isArray(e) && "buffer" in e && t.push(e.buffer);
		}
		return t;
	};
}), U, W, G, Jt, Yt, Xt, Zt, Qt, K, q, $t, en, tn, nn, rn, an, on, sn, cn = b(() => {
	N(), qt(), I(), st(), U = () => !!T.wasm.proxy && typeof document < "u", G = !1, Jt = !1, Yt = !1, Qt = /* @__PURE__ */ new Map(), K = (e, t) => {
		let n = Qt.get(e);
		n ? n.push(t) : Qt.set(e, [t]);
	}, q = () => {
		if (G || !Jt || Yt || !W) throw Error("worker not ready");
	}, $t = (e) => {
		switch (e.data.type) {
			case "init-wasm":
				G = !1, e.data.err ? (Yt = !0, Zt[1](e.data.err)) : (Jt = !0, Zt[0]()), Xt &&= (URL.revokeObjectURL(Xt), void 0);
				break;
			case "init-ep":
			case "copy-from":
			case "create":
			case "release":
			case "run":
			case "end-profiling": {
				let t = Qt.get(e.data.type);
				e.data.err ? t.shift()[1](e.data.err) : t.shift()[0](e.data.out);
				break;
			}
		}
	}, en = async () => {
		if (!Jt) {
			if (G) throw Error("multiple calls to 'initWasm()' detected.");
			if (Yt) throw Error("previous call to 'initWasm()' failed.");
			if (G = !0, U()) return new Promise((e, t) => {
				W?.terminate(), it().then(([n, r]) => {
					try {
						W = r, W.onerror = (e) => t(e), W.onmessage = $t, Zt = [e, t];
						let i = {
							type: "init-wasm",
							in: T
						};
						if (!i.in.wasm.wasmPaths && n) {
							let e = Ze();
							e && (i.in.wasm.wasmPaths = e);
						}
						W.postMessage(i), Xt = n;
					} catch (e) {
						t(e);
					}
				}, t);
			});
			try {
				await ht(T.wasm), await It(T), Jt = !0;
			} catch (e) {
				throw Yt = !0, e;
			} finally {
				G = !1;
			}
		}
	}, tn = async (e) => {
		if (U()) return q(), new Promise((t, n) => {
			K("init-ep", [t, n]);
			let r = {
				type: "init-ep",
				in: {
					epName: e,
					env: T
				}
			};
			W.postMessage(r);
		});
		await Lt(T, e);
	}, nn = async (e) => U() ? (q(), new Promise((t, n) => {
		K("copy-from", [t, n]);
		let r = {
			type: "copy-from",
			in: { buffer: e }
		};
		W.postMessage(r, [e.buffer]);
	})) : Bt(e), rn = async (e, t) => {
		if (U()) {
			if (t?.preferredOutputLocation) throw Error("session option \"preferredOutputLocation\" is not supported for proxy.");
			return q(), new Promise((n, r) => {
				K("create", [n, r]);
				let i = {
					type: "create",
					in: {
						model: e,
						options: { ...t }
					}
				}, a = [];
				e instanceof Uint8Array && a.push(e.buffer), W.postMessage(i, a);
			});
		}
		return Vt(e, t);
	}, an = async (e) => {
		if (U()) return q(), new Promise((t, n) => {
			K("release", [t, n]);
			let r = {
				type: "release",
				in: e
			};
			W.postMessage(r);
		});
		Ht(e);
	}, on = async (e, t, n, r, i, a) => {
		if (U()) {
			if (n.some((e) => e[3] !== "cpu")) throw Error("input tensor on GPU is not supported for proxy.");
			if (i.some((e) => e)) throw Error("pre-allocated output tensor is not supported for proxy.");
			return q(), new Promise((i, o) => {
				K("run", [i, o]);
				let s = n, c = {
					type: "run",
					in: {
						sessionId: e,
						inputIndices: t,
						inputs: s,
						outputIndices: r,
						options: a
					}
				};
				W.postMessage(c, Kt(s));
			});
		}
		return Wt(e, t, n, r, i, a);
	}, sn = async (e) => {
		if (U()) return q(), new Promise((t, n) => {
			K("end-profiling", [t, n]);
			let r = {
				type: "end-profiling",
				in: e
			};
			W.postMessage(r);
		});
		Gt(e);
	};
}), ln, un, dn, fn = b(() => {
	N(), cn(), Mt(), He(), Pt(), ln = (e, t) => {
		switch (e.location) {
			case "cpu": return [
				e.type,
				e.dims,
				e.data,
				"cpu"
			];
			case "gpu-buffer": return [
				e.type,
				e.dims,
				{ gpuBuffer: e.gpuBuffer },
				"gpu-buffer"
			];
			case "ml-tensor": return [
				e.type,
				e.dims,
				{ mlTensor: e.mlTensor },
				"ml-tensor"
			];
			default: throw Error(`invalid data location: ${e.location} for ${t()}`);
		}
	}, un = (e) => {
		switch (e[3]) {
			case "cpu": return new O(e[0], e[2], e[1]);
			case "gpu-buffer": {
				let t = e[0];
				if (!kt(t)) throw Error(`not supported data type: ${t} for deserializing GPU tensor`);
				let { gpuBuffer: n, download: r, dispose: i } = e[2];
				return O.fromGpuBuffer(n, {
					dataType: t,
					dims: e[1],
					download: r,
					dispose: i
				});
			}
			case "ml-tensor": {
				let t = e[0];
				if (!At(t)) throw Error(`not supported data type: ${t} for deserializing MLTensor tensor`);
				let { mlTensor: n, download: r, dispose: i } = e[2];
				return O.fromMLTensor(n, {
					dataType: t,
					dims: e[1],
					download: r,
					dispose: i
				});
			}
			default: throw Error(`invalid data location: ${e[3]}`);
		}
	}, dn = class {
		async fetchModelAndCopyToWasmMemory(e) {
			return nn(await Nt(e));
		}
		async loadModel(e, t) {
			k();
			let n;
			n = typeof e == "string" ? await this.fetchModelAndCopyToWasmMemory(e) : e, [this.sessionId, this.inputNames, this.outputNames, this.inputMetadata, this.outputMetadata] = await rn(n, t), A();
		}
		async dispose() {
			return an(this.sessionId);
		}
		async run(e, t, n) {
			k();
			let r = [], i = [];
			Object.entries(e).forEach((e) => {
				let t = e[0], n = e[1], a = this.inputNames.indexOf(t);
				if (a === -1) throw Error(`invalid input '${t}'`);
				r.push(n), i.push(a);
			});
			let a = [], o = [];
			Object.entries(t).forEach((e) => {
				let t = e[0], n = e[1], r = this.outputNames.indexOf(t);
				if (r === -1) throw Error(`invalid output '${t}'`);
				a.push(n), o.push(r);
			});
			let s = r.map((e, t) => ln(e, () => `input "${this.inputNames[i[t]]}"`)), c = a.map((e, t) => e ? ln(e, () => `output "${this.outputNames[o[t]]}"`) : null), l = await on(this.sessionId, i, s, o, c, n), u = {};
			for (let e = 0; e < l.length; e++) u[this.outputNames[o[e]]] = a[e] ?? un(l[e]);
			return A(), u;
		}
		startProfiling() {}
		endProfiling() {
			sn(this.sessionId);
		}
	};
}), pn = {};
ee(pn, {
	OnnxruntimeWebAssemblyBackend: () => hn,
	initializeFlags: () => mn,
	wasmBackend: () => gn
});
var mn, hn, gn, _n = b(() => {
	N(), cn(), fn(), mn = () => {
		(typeof T.wasm.initTimeout != "number" || T.wasm.initTimeout < 0) && (T.wasm.initTimeout = 0);
		let e = T.wasm.simd;
		if (typeof e != "boolean" && e !== void 0 && e !== "fixed" && e !== "relaxed" && (console.warn(`Property "env.wasm.simd" is set to unknown value "${e}". Reset it to \`false\` and ignore SIMD feature checking.`), T.wasm.simd = !1), typeof T.wasm.proxy != "boolean" && (T.wasm.proxy = !1), typeof T.wasm.trace != "boolean" && (T.wasm.trace = !1), typeof T.wasm.numThreads != "number" || !Number.isInteger(T.wasm.numThreads) || T.wasm.numThreads <= 0) {
			if (typeof self < "u" && !self.crossOriginIsolated) T.wasm.numThreads = 1;
			else {
				let e = typeof navigator > "u" ? y("node:os").cpus().length : navigator.hardwareConcurrency;
				T.wasm.numThreads = Math.min(4, Math.ceil((e || 1) / 2));
			}
		}
	}, hn = class {
		async init(e) {
			mn(), await en(), await tn(e);
		}
		async createInferenceSessionHandler(e, t) {
			let n = new dn();
			return await n.loadModel(e, t), n;
		}
	}, gn = new hn();
});
N(), N(), N();
var vn = "1.30.0";
{
	let e = (_n(), te(pn)).wasmBackend;
	ne("cpu", e, 10), ne("wasm", e, 10);
}
Object.defineProperty(T.versions, "web", {
	value: vn,
	enumerable: !0
});
// src/decode/ort.ts
function yn(e) {
	if (T.wasm.wasmPaths) return;
	let t = (t) => new URL(t, new URL(e.replace(/\/?$/, "/"), self.location.href)).href;
	T.wasm.wasmPaths = {
		mjs: t({
			mjs: "ort-e13f7f94.mjs",
			wasm: "ort-3398c10d.wasm"
		}.mjs),
		wasm: t({
			mjs: "ort-e13f7f94.mjs",
			wasm: "ort-3398c10d.wasm"
		}.wasm)
	}, T.wasm.numThreads = 1, T.logLevel = "error";
}
var bn = new t(9, (e) => {
	e.then((e) => e.release()).catch(() => {});
});
function xn(e, t) {
	return bn.get(e, async () => {
		yn(t);
		let n = await fetch(e);
		if (!n.ok) throw Error(`The model could not be fetched: the server answered ${n.status}.`);
		let r = new Uint8Array(await n.arrayBuffer());
		return new Sn(await Ie.create(r, { executionProviders: ["wasm"] }));
	});
}
var Sn = class {
	session;
	queue = Promise.resolve();
	constructor(e) {
		this.session = e;
	}
	run(e, t) {
		let n = this.queue.then(() => this.runNow(e, t));
		return this.queue = n.catch(() => {}), n;
	}
	release() {
		this.queue.then(() => this.session.release());
	}
	async runNow(e, t) {
		let n = new O("float32", e, t), r = await this.session.run({ [this.session.inputNames[0]]: n }), i = {};
		for (let e of this.session.outputNames) i[e] = r[e].data;
		return i;
	}
}, Cn = class {
	path;
	socket = null;
	waiting = /* @__PURE__ */ new Map();
	nextId = 1;
	constructor(e) {
		this.path = e;
	}
	async decode(e) {
		let t = await this.open(), n = this.nextId++ >>> 0, r = new ArrayBuffer(4 + e.byteLength);
		return new DataView(r).setUint32(0, n, !0), new Float32Array(r, 4).set(e), new Promise((e, i) => {
			this.waiting.set(n, {
				resolve: e,
				reject: i
			}), t.send(r);
		});
	}
	close() {
		this.socket?.then((e) => e.close()).catch(() => {}), this.socket = null;
	}
	open() {
		return this.socket ??= new Promise((e, t) => {
			let n = new URL(this.path, location.href);
			n.protocol = n.protocol.replace("http", "ws");
			let r = new WebSocket(n);
			r.binaryType = "arraybuffer", r.onopen = () => e(r), r.onmessage = ({ data: e }) => this.answer(e), r.onclose = () => {
				this.socket = null;
				let e = /* @__PURE__ */ Error("The server that decodes has closed the connection; move again to retry.");
				t(e), this.failAll(e);
			};
		}), this.socket;
	}
	answer(e) {
		if (typeof e == "string") return this.failAll(Error(e));
		let t = new DataView(e).getUint32(0, !0);
		this.waiting.get(t)?.resolve(new Float32Array(e, 4)), this.waiting.delete(t);
	}
	failAll(e) {
		for (let { reject: t } of this.waiting.values()) t(e);
		this.waiting.clear();
	}
};
// src/decode/engine.ts
async function wn(e) {
	let { models: t, runtime: n, decodeSocket: r, latent: i, map: a, item: o } = e, s = (e) => e ? xn(e, n.wasm) : Promise.resolve(null);
	try {
		let [r, c] = await Promise.all([s(t.decoder), s(t.enter)]);
		if (!r) throw Error("this model is decoded on the server");
		return {
			decoder: new Tn(r, a.dim),
			enter: c && (async (e, t) => (await c.run(e, [t, i.dim])).code),
			encode: t.encoder ? Dn(() => xn(t.encoder, n.wasm), o.shape) : null,
			batch: (t) => m(e, t),
			note: ""
		};
	} catch (e) {
		let t = On(e);
		if (!r) throw Error(`This model cannot be decoded here: ${t}`);
		let n = new Cn(r);
		return {
			decoder: n,
			batch: (e) => En(n, e),
			enter: null,
			encode: null,
			note: `Decoding on the server, which is slower, because the browser could not do it: ${t}`
		};
	}
}
var Tn = class {
	graph;
	dim;
	constructor(e, t) {
		this.graph = e, this.dim = t;
	}
	async decode(e, t) {
		return (await this.graph.run(e, [t, this.dim])).x;
	}
	close() {}
};
async function En(e, t) {
	let n = t.map((e) => e.code);
	if (n.some((e) => e === null)) throw Error("New points of this GAN cannot be worked out here.");
	let r = Float32Array.from(n.flatMap((e) => [...e]));
	return {
		codes: r,
		x: await e.decode(r, t.length)
	};
}
function Dn(e, t) {
	return async (n, r) => {
		let i = await (await e()).run(n, [r, ...t]);
		return {
			mu: i.mu,
			logvar: i.logvar ?? null
		};
	};
}
function On(e) {
	let t = e instanceof Error ? e.message : String(e);
	return t.length > 160 ? `${t.slice(0, 157)}…` : t;
}
// src/dom/h.ts
function J(e, t = {}, ...n) {
	let r = document.createElement(e);
	for (let [e, n] of Object.entries(t)) n != null && n !== !1 && (typeof n == "function" ? Object.assign(r, { [e]: n }) : r.setAttribute(e, n === !0 ? "" : String(n)));
	for (let e of n) e !== null && r.append(e);
	return r;
}
function Y(e, t) {
	e.textContent !== t && (e.textContent = t);
}
function X(e, t = 2) {
	return Number.isFinite(e) ? (Math.abs(e) >= 1e5 ? e.toExponential(1) : e.toFixed(t)).replace("-", "−") : "–";
}
// src/dom/style.ts
var kn = "\n.gl-explorer {\n  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));\n  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));\n  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));\n  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));\n  --gl-primary: var(--st-primary-color, light-dark(#c2255c, #ff7aa2));\n  --gl-radius: var(--st-base-radius, 8px);\n  --gl-quiet: color-mix(in srgb, var(--gl-text) 72%, var(--gl-background));\n  color-scheme: light dark;\n  container-type: inline-size;\n  color: var(--gl-text);\n  background-color: var(--gl-background);\n  border: 0 solid var(--gl-border);\n  caret-color: var(--gl-primary);\n  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);\n  transition: color 1ms;\n}\n.gl-explorer *, .gl-explorer *::before { box-sizing: border-box; }\n.gl-explorer [hidden] { display: none !important; }\n.gl-explorer h3 { font: 600 14px/1.3 inherit; font-size: 14px; font-weight: 600; margin: 0; padding: 0; }\n.gl-explorer p { margin: 0; }\n.gl-explorer button, .gl-explorer select {\n  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer;\n  border: 1px solid var(--gl-border); border-radius: var(--gl-radius); padding: 3px 10px; min-height: 30px;\n}\n.gl-explorer button:hover:not(:disabled), .gl-explorer select:hover { border-color: var(--gl-text); }\n.gl-explorer button:disabled { opacity: 0.55; cursor: default; }\n.gl-explorer button[aria-pressed=\"true\"].gl-tool { background: var(--gl-text); color: var(--gl-background); }\n.gl-explorer :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }\n.gl-explorer input[type=\"range\"] { appearance: none; background: none; margin: 0; width: 100%; height: 18px; cursor: pointer; }\n.gl-explorer input[type=\"range\"]:disabled { opacity: 0.5; cursor: default; }\n.gl-explorer input[type=\"range\"]::-webkit-slider-runnable-track {\n  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));\n}\n.gl-explorer input[type=\"range\"]::-moz-range-track {\n  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));\n}\n.gl-explorer input[type=\"range\"]::-webkit-slider-thumb {\n  appearance: none; width: 16px; height: 16px; margin-top: -5px; border-radius: 50%; background: var(--gl-primary);\n}\n.gl-explorer input[type=\"range\"]::-moz-range-thumb {\n  width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--gl-primary);\n}\n.gl-explorer .gl-pixels canvas { image-rendering: pixelated; }\n.gl-layout {\n  display: grid; gap: 10px 18px; grid-template-columns: minmax(0, 1fr) 400px; align-items: start;\n  grid-template-areas: \"map side\" \"path side\"; grid-template-rows: auto 1fr;\n}\n.gl-map-area { grid-area: map; min-width: 0; }\n.gl-side { grid-area: side; min-width: 0; display: grid; gap: 10px; }\n.gl-path-area { grid-area: path; min-width: 0; }\n.gl-toolbar { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin-bottom: 6px; }\n.gl-axis { display: flex; gap: 6px; align-items: center; font-size: 14px; }\n.gl-tools { display: flex; gap: 4px; margin-left: auto; }\n.gl-map {\n  position: relative; height: clamp(320px, calc(100vh - 400px), 640px); border: 1px solid var(--gl-border);\n  border-radius: var(--gl-radius); overflow: hidden; touch-action: none; cursor: crosshair; user-select: none;\n}\n.gl-explorer .gl-map > canvas { position: absolute; inset: 0; width: 100%; height: 100%; image-rendering: auto; }\n.gl-legend { display: flex; flex-wrap: wrap; gap: 4px 6px; margin-top: 6px; align-items: center; }\n.gl-class-group { display: inline-flex; }\n.gl-explorer .gl-class {\n  display: inline-flex; align-items: center; gap: 5px; padding: 0 8px 0 5px; min-height: 28px;\n  border-radius: var(--gl-radius) 0 0 var(--gl-radius);\n}\n.gl-explorer .gl-class canvas { width: 18px; height: 18px; image-rendering: auto; }\n.gl-class[aria-pressed=\"false\"] { text-decoration: line-through; opacity: 0.6; }\n.gl-count { color: var(--gl-quiet); font-variant-numeric: tabular-nums; font-size: 13px; }\n.gl-explorer .gl-only {\n  font-size: 12px; padding: 0 6px; min-height: 28px; border-left: 0;\n  border-radius: 0 var(--gl-radius) var(--gl-radius) 0; color: var(--gl-quiet);\n}\n.gl-explorer .gl-all { border-left: 1px solid var(--gl-border); border-radius: var(--gl-radius); }\n.gl-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }\n.gl-panel { display: grid; gap: 5px; min-width: 0; align-content: start; }\n.gl-sample { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); background: var(--gl-soft); object-fit: contain; }\n.gl-details { display: grid; gap: 5px; font-size: 14px; font-variant-numeric: tabular-nums; }\n.gl-coords { min-height: 20px; }\n.gl-near { display: flex; gap: 10px; align-items: center; min-height: 46px; }\n.gl-near > span { flex: 1; }\n.gl-pair > .gl-details { padding-top: 24px; align-content: start; }\n.gl-pair .gl-near { flex-wrap: wrap; }\n.gl-pair .gl-near > span { flex: 1 1 120px; }\n.gl-thumb { width: 44px; height: 44px; border: 1px solid var(--gl-border); border-radius: 4px; background: var(--gl-soft); object-fit: contain; flex: none; }\n.gl-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }\n.gl-note { border-left: 4px solid var(--gl-primary); background: var(--gl-soft); padding: 8px 12px; margin-bottom: 8px !important; border-radius: 4px; }\n.gl-sliders-head { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }\n.gl-truncation { display: flex; flex: 1; gap: 6px; align-items: center; font-size: 14px; min-width: 170px; }\n.gl-truncation input { flex: 1; }\n.gl-sliders { display: grid; gap: 2px; max-height: 560px; overflow-y: auto; padding: 2px 4px 2px 2px; }\n.gl-slider { display: grid; line-height: 18px; grid-template-columns: 38px minmax(0, 1fr) 46px; gap: 0 8px; align-items: center; font-size: 14px; }\n.gl-slider output { text-align: right; font-variant-numeric: tabular-nums; }\n.gl-traversal { grid-column: 2; display: grid; grid-template-columns: repeat(7, 1fr); height: 25px; }\n.gl-traversal canvas { height: 25px; width: 25px; object-fit: contain; justify-self: center; border-radius: 2px; background: var(--gl-soft); }\n.gl-path { display: grid; gap: 8px; }\n.gl-path-row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }\n.gl-path-row input[type=\"range\"] { flex: 1 1 160px; min-width: 120px; }\n.gl-explorer button.gl-pin[aria-pressed=\"true\"] { background: var(--gl-text); color: var(--gl-background); }\n.gl-check { display: inline-flex; gap: 5px; align-items: center; font-size: 14px; white-space: nowrap; }\n.gl-check input { accent-color: var(--gl-primary); width: 17px; height: 17px; margin: 0; }\n.gl-steps { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 4px; }\n.gl-explorer .gl-step { padding: 2px; min-height: 0; line-height: 0; border-radius: 4px; border-width: 2px; }\n.gl-step canvas { width: 100%; aspect-ratio: 1; object-fit: contain; }\n.gl-step[aria-current=\"true\"] { border-color: var(--gl-primary) !important; }\n.gl-hint { color: var(--gl-quiet); font-size: 14px; }\n.gl-draw { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); touch-action: none; cursor: crosshair; }\n.gl-draw-head { display: flex; gap: 10px; align-items: center; height: 19px; }\n.gl-draw-head input { flex: 1; min-width: 0; }\n.gl-sheet { position: relative; line-height: 0; }\n.gl-sheet[data-empty]::after {\n  content: \"Draw here, or drop a picture\"; position: absolute; inset: 0; display: grid; place-content: center;\n  text-align: center; line-height: 1.4; padding: 20px; color: #e8eef5; pointer-events: none; font-size: 14px;\n}\n.gl-explorer .gl-pixels canvas.gl-draw { image-rendering: auto; }\n.gl-draw.gl-over { outline: 3px dashed var(--gl-primary); }\n.gl-draw-tools { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; font-size: 13px; }\n.gl-draw-tools .gl-thumb { width: 30px; height: 30px; }\n.gl-explorer .gl-draw-tools button { padding: 2px 7px; font-size: 13px; }\n.gl-card {\n  position: absolute; pointer-events: none; padding: 7px 9px; font-size: 13px; line-height: 1.3;\n  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);\n  box-shadow: 0 2px 10px rgb(0 0 0 / 0.25); display: grid; gap: 5px;\n}\n.gl-card-items { display: flex; gap: 9px; }\n.gl-card figure { margin: 0; min-width: 84px; display: grid; gap: 2px; justify-items: center; }\n.gl-card canvas { width: 72px; height: 72px; object-fit: contain; background: var(--gl-soft); border-radius: 3px; }\n@media (hover: none) {\n  .gl-explorer .gl-only:not(.gl-all) { display: none; }\n  .gl-explorer .gl-class { border-radius: var(--gl-radius); touch-action: manipulation; }\n}\n@container (max-width: 760px) {\n  .gl-layout { grid-template-columns: minmax(0, 1fr); grid-template-areas: \"map\" \"side\" \"path\"; grid-template-rows: none; }\n  .gl-map { height: min(92cqw, 60vh); min-height: 300px; }\n  .gl-axis { flex: 1 1 40%; min-width: 0; }\n  .gl-axis select { flex: 1; min-width: 0; }\n  .gl-tools { margin-left: 0; }\n  .gl-legend { gap: 4px; }\n  .gl-sliders { max-height: none; }\n  .gl-steps { grid-template-columns: repeat(6, minmax(0, 1fr)); }\n  .gl-card canvas { width: 56px; height: 56px; }\n  .gl-card figure { min-width: 60px; max-width: 84px; }\n  .gl-card figcaption { text-align: center; }\n}\n";
function An(e) {
	let t = document.createElement("style");
	return t.textContent = kn, e.prepend(t), t;
}
// src/dom/theme.ts
function jn(e) {
	let { color: t, backgroundColor: n, borderTopColor: r, caretColor: i } = getComputedStyle(e);
	return {
		dark: Mn(t) > .5,
		text: t,
		background: n,
		border: r,
		primary: i
	};
}
function Mn(e) {
	let [t = 0, n = 0, r = 0] = (e.match(/[\d.]+/g) ?? []).map(Number);
	return (.2126 * t + .7152 * n + .0722 * r) / (e.startsWith("color(") ? 1 : 255);
}
function Nn(e, t) {
	let n = (n) => {
		n.target === e && n.propertyName === "color" && t(jn(e));
	};
	return e.addEventListener("transitionend", n), () => e.removeEventListener("transitionend", n);
}
// src/data/items.ts
var Pn = 64, Fn = class {
	data;
	blocks = new t(Pn);
	ready = /* @__PURE__ */ new Map();
	size;
	constructor(e) {
		this.data = e, this.size = e.item.shape.reduce((e, t) => e * t, 1);
	}
	peek(e) {
		let { blockSize: t } = this.data.points.items, n = this.ready.get(Math.floor(e / t));
		return n ? this.slice(n, e) : null;
	}
	async item(e) {
		let { blockSize: t } = this.data.points.items;
		return this.slice(await this.fetchBlock(Math.floor(e / t)), e);
	}
	async block(e) {
		let t = await this.fetchBlock(e);
		return this.values(t, 0, t.length);
	}
	fetchBlock(e) {
		let t = this.data.points.items.url.replace("{block}", String(e));
		return this.blocks.get(t, async () => {
			let n = await fetch(t);
			if (!n.ok) throw Error(`The data items could not be fetched: the server answered ${n.status}.`);
			let r = await n.arrayBuffer(), i = this.data.points.items.dtype === "f32" ? new Float32Array(r) : new Uint8Array(r);
			return this.ready.set(e, i), this.ready.size > Pn && this.ready.delete(this.ready.keys().next().value), i;
		});
	}
	slice(e, t) {
		let n = t % this.data.points.items.blockSize * this.size;
		if (n + this.size > e.length) throw Error(`Data item ${t} is missing from its block.`);
		return this.values(e, n, n + this.size);
	}
	values(e, t, n) {
		let r = e.subarray(t, n);
		if (r instanceof Float32Array) return r;
		let { min: i, max: a } = this.data.item, o = (a - i) / 255, s = new Float32Array(r.length);
		for (let e = 0; e < s.length; e++) s[e] = i + r[e] * o;
		return s;
	}
};
// src/item/charts.ts
function In(e) {
	let t = (t) => Float32Array.from({ length: e.length / 2 }, (n, r) => e[2 * r + t]).sort(), [n, r] = [t(0), t(1)], i = (e, t) => e[Math.round(t * (e.length - 1))] ?? 0, [a, o, s, c] = [
		i(n, .005),
		i(n, .995),
		i(r, .005),
		i(r, .995)
	], l = Math.max(o - a, c - s, 1e-6) * .6;
	return {
		points: e,
		center: [(a + o) / 2, (s + c) / 2],
		reach: l
	};
}
function Ln(e, t, n, r, i, a) {
	let { width: o, height: s } = e.canvas, c = o / 100, l = n ?? {
		points: /* @__PURE__ */ new Float32Array(),
		center: [0, 0],
		reach: 1.5
	}, u = (e) => (.5 + (e - l.center[0]) / (2 * l.reach)) * o, d = (e) => (.5 - (e - l.center[1]) / (2 * l.reach)) * s;
	e.clearRect(0, 0, o, s), e.globalAlpha = r.dark ? .5 : .35, e.fillStyle = r.text;
	let f = Math.max(1, c * .8);
	for (let t = 0; t + 1 < l.points.length; t += 2) e.fillRect(u(l.points[t]), d(l.points[t + 1]), f, f);
	if (e.globalAlpha = 1, i) {
		e.strokeStyle = r.primary, e.lineWidth = Math.max(1, c * 1.2), e.beginPath();
		for (let t = 0; t + 1 < i.length; t += 2) e.lineTo(u(i[t]), d(i[t + 1]));
		e.stroke();
	}
	let [p, m] = [Vn(u(t[0]), 3, o - 3), Vn(d(t[1]), 3, s - 3)];
	e.beginPath(), e.arc(p, m, Math.max(3, c * 3.2), 0, 2 * Math.PI), e.fillStyle = r.primary, e.fill(), e.lineWidth = Math.max(1, c), e.strokeStyle = r.background, e.stroke(), a && (zn(e, l, r), Rn(e, t, r));
}
function Rn(e, t, n) {
	let r = Math.round(e.canvas.width / 16), i = Array.from(t, (e) => e.toFixed(3).replace("-", "−")).join(", ");
	e.font = `600 ${r}px system-ui, sans-serif`, e.textAlign = "right", e.lineJoin = "round", e.lineWidth = r / 3, e.strokeStyle = n.background, e.strokeText(i, e.canvas.width - 4, r + 1), e.fillStyle = n.text, e.fillText(i, e.canvas.width - 4, r + 1), e.textAlign = "left";
}
function zn(e, { center: t, reach: n }, r) {
	let { width: i, height: a } = e.canvas, o = Math.round(i / 18), s = (e) => e.toFixed(1).replace("-", "−");
	e.fillStyle = r.text, e.font = `${o}px system-ui, sans-serif`, e.textAlign = "left", e.fillText(s(t[0] - n), 3, a - 4), e.fillText(`x\u2082 ${s(t[1] + n)}`, 3, o), e.textAlign = "right", e.fillText(`x\u2081 ${s(t[0] + n)}`, i - 3, a - 4), e.textAlign = "left";
}
function Bn(e, t, n, r) {
	let { width: i, height: a } = e.canvas, [o, s] = [Math.min(n.min, 0), Math.max(n.max, 0)], c = (e) => a * (1 - (Vn(e, o, s) - o) / (s - o || 1));
	e.clearRect(0, 0, i, a), e.fillStyle = r.primary;
	let l = i / t.length, u = l > 4 ? l * .15 : 0;
	t.forEach((t, n) => {
		let [r, i] = [Math.min(c(t), c(0)), Math.max(c(t), c(0))];
		e.fillRect(n * l + u, r, l - 2 * u, Math.max(1, i - r));
	}), e.fillStyle = r.text, e.fillRect(0, c(0) - .5, i, 1);
}
function Vn(e, t, n) {
	return Math.min(Math.max(e, t), n);
}
// src/item/painter.ts
var Hn = class {
	item;
	theme;
	cloud = null;
	constructor(e, t) {
		this.item = e, this.theme = t;
	}
	paint(e, t, n = 0, r = 64, i) {
		if (this.item.modality === "image") {
			let r = Un(t, this.item, n);
			Wn(e, r.width, r.height), e.getContext("2d").putImageData(r, 0, 0);
			return;
		}
		let a = Math.round((e.clientWidth || r) * Math.min(devicePixelRatio || 1, 2));
		Wn(e, a, a);
		let o = e.getContext("2d"), s = this.item.shape.reduce((e, t) => e * t, 1), c = Float32Array.from({ length: s }, (e, r) => t[n + r]);
		this.item.modality === "points" && s === 2 ? Ln(o, c, this.cloud, this.theme, i, r > 100) : Bn(o, c, this.item, this.theme);
	}
	describe(e) {
		if (this.item.modality === "image") return `picture, ${this.item.shape[2]} by ${this.item.shape[1]} pixels`;
		let t = Array.from({ length: Math.min(e.length, 8) }, (t, n) => e[n].toFixed(2));
		return `${this.item.modality === "points" ? "point" : "vector"} ${t.join(", ")}`;
	}
};
function Un(e, t, n = 0) {
	let [r, i, a] = t.shape, o = new ImageData(a, i), s = i * a, c = 255 / (t.max - t.min || 1), [l, u] = r >= 3 ? [s, 2 * s] : [0, 0];
	for (let r = 0; r < s; r++) {
		let i = n + r;
		o.data[4 * r] = (e[i] - t.min) * c, o.data[4 * r + 1] = (e[i + l] - t.min) * c, o.data[4 * r + 2] = (e[i + u] - t.min) * c, o.data[4 * r + 3] = 255;
	}
	return o;
}
function Wn(e, t, n) {
	e.width !== t && (e.width = t), e.height !== n && (e.height = n);
}
// src/map/keys.ts
var Gn = 350, Kn = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
}, qn = class {
	model;
	map;
	path;
	sample;
	timer = 0;
	constructor(e, t, n, r, i) {
		this.model = t, this.map = n, this.path = r, this.sample = i, n.element.addEventListener("keydown", (e) => this.onMap(e)), e.addEventListener("keydown", (e) => this.anywhere(e));
	}
	close() {
		clearTimeout(this.timer);
	}
	onMap(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = Kn[e.key];
		if (t) this.move(t, e.shiftKey);
		else if (e.key === "+" || e.key === "=") this.map.zoom(1.3);
		else if (e.key === "-") this.map.zoom(1 / 1.3);
		else if (e.key === "0") this.map.reset();
		else return;
		e.preventDefault();
	}
	anywhere(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = e.target;
		if (t instanceof HTMLSelectElement) return;
		let n = t instanceof HTMLButtonElement || t instanceof HTMLInputElement && t.type !== "range", r = e.key.toLowerCase();
		if (r === " " && !n) this.path.toggle();
		else if (r === "a" || r === "b") this.path.pin(r);
		else if (r === "r") this.model.random();
		else if (r === "n") this.sample.goToNearest();
		else if (r === "escape") this.escape();
		else return;
		e.preventDefault();
	}
	move([e, t], n) {
		this.path.halt();
		let { model: r, map: i } = this, a = r.current.code ?? r.settled.code;
		if (!a) return;
		let o = i.view.height / (n ? 500 : 50), [s, c] = i.view.toScreen(...r.plane.place(a)), l = r.under(i.view.toPlace(s + e * o, c + t * o));
		l && (r.visit(l), clearTimeout(this.timer), this.timer = window.setTimeout(() => r.live === l && r.settle(l, "map"), Gn));
	}
	escape() {
		clearTimeout(this.timer), this.path.halt(), this.model.visit(null);
	}
}, Jn = [
	"#0072b2",
	"#d55e00",
	"#009e73",
	"#aa3377",
	"#56b4e9",
	"#b8860b",
	"#332288",
	"#e377c2",
	"#6b8e23",
	"#5f6368"
], Yn = [
	"#5aa9f0",
	"#ff8a4c",
	"#2fcf9f",
	"#e36fb3",
	"#a6dcff",
	"#f0c419",
	"#a99bff",
	"#ffb3de",
	"#b7d968",
	"#c4c7cc"
], Xn = [
	"disc",
	"square",
	"triangle",
	"diamond",
	"cross",
	"plus",
	"ring",
	"drop",
	"bar"
];
function Zn(e, t) {
	let n = t ? Yn : Jn;
	return n[tr(e, n.length)];
}
function Qn(e) {
	return Xn[tr(e, Xn.length)];
}
function $n(e, t = 255) {
	let [n, r, i] = [
		1,
		3,
		5
	].map((t) => parseInt(e.slice(t, t + 2), 16));
	return (t << 24 | i << 16 | r << 8 | n) >>> 0;
}
function er(e, t, n) {
	let [r, i] = [Math.abs(t), Math.abs(n)], a = Math.hypot(t, n);
	switch (e) {
		case "disc": return a <= 1;
		case "square": return Math.max(r, i) <= .85;
		case "triangle": return n <= .8 && n >= 2 * r - 1.05;
		case "diamond": return r + i <= 1.1;
		case "cross": return Math.abs(r - i) <= .38 && Math.max(r, i) <= .95;
		case "plus": return Math.min(r, i) <= .3 && Math.max(r, i) <= 1.05;
		case "ring": return a <= 1.1 && a >= .55;
		case "drop": return n >= -.8 && n <= 1.05 - 2 * r;
		case "bar": return i <= .4 && r <= 1.1;
	}
}
function tr(e, t) {
	return (e % t + t) % t;
}
// src/map/hit.ts
function nr(e, t, n, r, i, a = 7) {
	let [o, s] = t.toPlace(n, r), c = (a / t.scale) ** 2, l = -1, { xs: u, ys: d, labels: f } = e;
	for (let e = 0; e < u.length; e++) {
		let t = u[e] - o, n = d[e] - s, r = t * t + n * n;
		r < c && !(f && i.size > 0 && i.has(f[e])) && (c = r, l = e);
	}
	return l;
}
function rr(e) {
	let t = /* @__PURE__ */ new Map(), { xs: n, ys: r, labels: i } = e;
	if (!i) return t;
	for (let e = 0; e < n.length; e++) {
		let a = t.get(i[e]) ?? {
			x: 0,
			y: 0,
			count: 0
		};
		a.count++, a.x += (n[e] - a.x) / a.count, a.y += (r[e] - a.y) / a.count, t.set(i[e], a);
	}
	return new Map([...t].sort(([e], [t]) => e - t));
}
// src/map/raster.ts
var ir = /* @__PURE__ */ new Map();
function ar(e, t) {
	let n = `${e}${t.toFixed(2)}`, r = ir.get(n);
	return r || ir.set(n, r = or(e, t)), r;
}
function or(e, t) {
	let n = Math.ceil(t * 1.15), r = [];
	for (let i = -n; i <= n; i++) for (let a = -n; a <= n; a++) {
		let n = 0;
		for (let r = 0; r < 16; r++) {
			let [o, s] = [a + (r % 4 - 1.5) / 4, i + (Math.floor(r / 4) - 1.5) / 4];
			er(e, o / t, s / t) && n++;
		}
		n > 0 && r.push([
			a,
			i,
			n * 16
		]);
	}
	return {
		dx: Int8Array.from(r, (e) => e[0]),
		dy: Int8Array.from(r, (e) => e[1]),
		cover: Uint16Array.from(r, (e) => e[2]),
		reach: n
	};
}
function sr(e, t) {
	return (e <= 3e3 ? 3.4 : e <= 12e3 ? 2.5 : 1.7) * Math.min(Math.max(Math.sqrt(t), .8), 2.4);
}
function cr(e, t, n, r, i, a, o, s) {
	let { xs: c, ys: l, labels: u } = r, d = sr(c.length, i.zoom) * a, [f, p] = i.toScreen(0, 0), m = i.scale * a, h = /* @__PURE__ */ new Map(), g = (e) => {
		let t = h.get(e);
		if (t === void 0) {
			let n = ar(u ? Qn(e) : "disc", d);
			t = s.has(e) ? null : {
				stamp: n,
				color: $n(Zn(e, o))
			}, h.set(e, t);
		}
		return t;
	};
	for (let r = 0; r < c.length; r++) {
		let i = g(u ? u[r] : 0);
		if (!i) continue;
		let o = Math.round(f * a + c[r] * m), s = Math.round(p * a - l[r] * m), { dx: d, dy: h, cover: _, reach: v } = i.stamp;
		if (o < v || s < v || o >= t - v || s >= n - v) continue;
		let { color: y } = i, b = s * t + o;
		for (let n = 0; n < _.length; n++) {
			let r = b + h[n] * t + d[n];
			e[r] = _[n] === 256 ? y : lr(e[r], y, _[n]);
		}
	}
}
function lr(e, t, n) {
	let r = 256 - n, i = (e & 16711935) * r + (t & 16711935) * n >>> 8 & 16711935, a = (e & 65280) * r + (t & 65280) * n >>> 8 & 65280;
	return (4278190080 | i | a) >>> 0;
}
// src/map/legend.ts
var ur = class {
	model;
	element = J("div", {
		class: "gl-legend",
		role: "group",
		"aria-label": "Classes",
		"data-testid": "legend"
	});
	all = null;
	entries = /* @__PURE__ */ new Map();
	constructor(e, t) {
		this.model = e;
		let { labelNames: n } = e.data.points;
		e.data.run.family === "gan" && this.element.append(J("span", { class: "gl-hint" }, "Class of the nearest data item:"));
		for (let [t, { count: r }] of rr(e.plane.cloud)) {
			let e = n[t] ?? (t < 0 ? "no label" : String(t)), i = J("canvas", {
				width: "22",
				height: "22",
				"aria-hidden": "true"
			}), a = J("button", {
				type: "button",
				class: "gl-class",
				title: `${e}: ${r} items. Click to hide or show, double click to see it alone.`,
				onclick: () => this.toggle(t),
				ondblclick: () => this.isolate(t)
			}, i, J("b", {}, e), J("span", { class: "gl-count" }, String(r))), o = J("button", {
				type: "button",
				class: "gl-only",
				title: `Show only ${e}`,
				onclick: () => this.isolate(t)
			}, "only");
			o.setAttribute("aria-label", `Show only ${e}`), this.entries.set(t, {
				button: a,
				swatch: i
			}), this.element.append(J("span", { class: "gl-class-group" }, a, o));
		}
		if (this.element.hidden = this.entries.size === 0, this.entries.size > 1) {
			let e = {
				type: "button",
				class: "gl-only gl-all",
				title: "Show all classes",
				onclick: () => this.showAll()
			};
			this.all = J("button", e, "Show all"), this.element.append(this.all);
		}
		this.setTheme(t), this.mark();
	}
	setTheme(e) {
		for (let [t, { swatch: n }] of this.entries) {
			let r = n.getContext("2d"), i = r.createImageData(22, 22), a = new Uint32Array(i.data.buffer), { dx: o, dy: s, cover: c } = ar(Qn(t), 9), l = Zn(t, e.dark);
			c.forEach((e, t) => {
				let n = (11 + s[t]) * 22 + 11 + o[t];
				n >= 0 && n < a.length && (a[n] = $n(l, Math.min(e, 255)));
			}), r.putImageData(i, 0, 0);
		}
	}
	showAll() {
		this.model.hidden.clear(), this.changed();
	}
	toggle(e) {
		this.model.hidden.delete(e) || this.model.hidden.add(e), this.changed();
	}
	isolate(e) {
		let t = [...this.entries.keys()].filter((t) => t !== e), n = !this.model.hidden.has(e) && t.every((e) => this.model.hidden.has(e));
		this.model.hidden.clear(), n || t.forEach((e) => this.model.hidden.add(e)), this.changed();
	}
	changed() {
		this.mark(), this.model.changed("classes");
	}
	mark() {
		this.all && (this.all.hidden = this.model.hidden.size === 0);
		for (let [e, { button: t }] of this.entries) t.setAttribute("aria-pressed", String(!this.model.hidden.has(e)));
	}
}, dr = /* @__PURE__ */ new Map();
function fr(e, t) {
	let n = (dr.get(e) ?? 0) + 1;
	n % 5e3 == 0 && performance.clearMeasures(e), dr.set(e, n), performance.measure(e, {
		start: t,
		end: performance.now()
	});
}
// src/map/labels.ts
function pr(e, t = 12) {
	for (let n = 0; n < t; n++) {
		let t = !1;
		for (let n = 0; n < e.length; n++) for (let r = n + 1; r < e.length; r++) {
			let [i, a] = [e[n], e[r]];
			if (Math.abs(i.x - a.x) >= (i.width + a.width) / 2) continue;
			let o = (i.height + a.height) / 2 - Math.abs(i.y - a.y);
			if (o <= .5) continue;
			let [s, c] = i.y <= a.y ? [i, a] : [a, i];
			s.y -= o / 2, c.y += o / 2, t = !0;
		}
		if (!t) return;
	}
}
// src/map/overlay.ts
var mr = class {
	context;
	view;
	theme;
	constructor(e, t, n) {
		this.context = e, this.view = t, this.theme = n;
	}
	axes(e, t, n) {
		let { context: r, view: i } = this;
		r.font = "12px system-ui, sans-serif";
		let [a, o] = i.toPlace(0, 0), [s, c] = i.toPlace(i.width, i.height), l = hr(90 / i.scale);
		r.textAlign = "center", r.textBaseline = "alphabetic";
		for (let e = Math.ceil(a / l); e * l <= s; e++) {
			let [t] = i.toScreen(e * l, 0);
			t > 44 && t < i.width - 110 && this.quiet(gr(e * l, l), t, i.height - 6);
		}
		r.textAlign = "left";
		for (let e = Math.ceil(c / l); !n && e * l <= o; e++) {
			let [, t] = i.toScreen(0, e * l);
			t > 40 && t < i.height - 24 && this.quiet(gr(e * l, l), 6, t + 4);
		}
		r.font = "600 13px system-ui, sans-serif", n || this.written(`${t} \u2191`, 6, 17, this.theme.text), r.textAlign = "right", this.written(`${e} \u2192`, i.width - 6, i.height - 7, this.theme.text);
	}
	classNames(e) {
		let { context: t, theme: n } = this;
		t.font = "700 17px system-ui, sans-serif", t.textAlign = "center", t.textBaseline = "middle";
		let r = e.map(({ name: e, x: n, y: r }) => {
			let [i, a] = this.view.toScreen(n, r);
			return {
				x: i,
				y: a,
				width: t.measureText(e).width + 6,
				height: 21
			};
		});
		pr(r), e.forEach(({ name: e, label: t }, i) => {
			this.written(e, r[i].x, r[i].y, n.text, Zn(t, n.dark));
		}), t.textBaseline = "alphabetic";
	}
	path(e) {
		let { context: t, theme: n } = this, r = e.map(([e, t]) => this.view.toScreen(e, t));
		for (let [e, i] of [[5, n.background], [2, n.text]]) {
			t.beginPath();
			for (let [e, n] of r) t.lineTo(e, n);
			t.lineWidth = e, t.strokeStyle = i, t.stroke();
		}
		for (let [e, t] of r) this.disc(e, t, 2.5, n.text, n.background, 1);
	}
	pin(e, t, n) {
		let { context: r, theme: i } = this, [a, o] = this.view.toScreen(t, n);
		this.disc(a, o, 12, i.text, i.background, 2), r.font = "700 14px system-ui, sans-serif", r.textAlign = "center", r.textBaseline = "middle", r.fillStyle = i.background, r.fillText(e, a, o + 1), r.textBaseline = "alphabetic";
	}
	settled(e, t) {
		let [n, r] = this.view.toScreen(e, t), { context: i, theme: a } = this;
		for (let [e, t] of [[6, a.background], [2.5, a.text]]) {
			i.beginPath(), i.arc(n, r, 9, 0, 2 * Math.PI);
			for (let [e, t] of [
				[1, 0],
				[-1, 0],
				[0, 1],
				[0, -1]
			]) i.moveTo(n + 9 * e, r + 9 * t), i.lineTo(n + 15 * e, r + 15 * t);
			i.lineWidth = e, i.strokeStyle = t, i.stroke();
		}
	}
	live(e, t) {
		let [n, r] = this.view.toScreen(e, t);
		this.disc(n, r, 5.5, this.theme.text, this.theme.background, 2);
	}
	item(e, t, n) {
		let [r, i] = this.view.toScreen(e, t);
		this.disc(r, i, 7, Zn(n, this.theme.dark), this.theme.text, 2.5);
	}
	ellipse(e, t, { major: n, minor: r, angle: i }) {
		let { context: a, view: o, theme: s } = this, [c, l] = o.toScreen(e, t);
		for (let e of [2, 1]) a.beginPath(), a.ellipse(c, l, e * n * o.scale, e * r * o.scale, -i, 0, 2 * Math.PI), a.globalAlpha = .14, a.fillStyle = s.primary, a.fill(), a.globalAlpha = 1, a.lineWidth = 3.5, a.strokeStyle = s.background, a.stroke(), a.lineWidth = 1.75, a.setLineDash(e === 2 ? [5, 4] : []), a.strokeStyle = s.text, a.stroke(), a.setLineDash([]);
	}
	draw(e, t) {
		let { context: n, theme: r } = this, [i, a] = this.view.toScreen(e, t);
		n.beginPath();
		for (let [e, t] of [
			[0, -7],
			[7, 0],
			[0, 7],
			[-7, 0]
		]) n.lineTo(i + e, a + t);
		n.closePath(), n.fillStyle = r.primary, n.fill(), n.lineWidth = 1.5, n.strokeStyle = r.background, n.stroke();
	}
	disc(e, t, n, r, i, a) {
		let { context: o } = this;
		o.beginPath(), o.arc(e, t, n, 0, 2 * Math.PI), o.fillStyle = r, o.fill(), o.lineWidth = a, o.strokeStyle = i, o.stroke();
	}
	quiet(e, t, n) {
		this.context.globalAlpha = .75, this.written(e, t, n, this.theme.text), this.context.globalAlpha = 1;
	}
	written(e, t, n, r, i) {
		let { context: a, theme: o } = this;
		a.lineJoin = "round", i && (a.lineWidth = 8, a.strokeStyle = i, a.strokeText(e, t, n)), a.lineWidth = 4.5, a.strokeStyle = o.background, a.strokeText(e, t, n), a.fillStyle = r, a.fillText(e, t, n);
	}
};
function hr(e) {
	let t = 10 ** Math.floor(Math.log10(e));
	return t * ([
		1,
		2,
		5,
		10
	].find((n) => n * t >= e) ?? 10);
}
function gr(e, t) {
	let n = Math.max(0, -Math.floor(Math.log10(t) + 1e-9));
	return (Math.abs(e) < t / 2 ? 0 : e).toFixed(n).replace("-", "−");
}
// src/map/viewport.ts
var _r = class {
	width = 1;
	height = 1;
	x = 0;
	y = 0;
	pxPerUnit = 1;
	fitted = {
		x: 0,
		y: 0,
		pxPerUnit: 1
	};
	resize(e, t) {
		this.width = Math.max(e, 1), this.height = Math.max(t, 1);
	}
	fit(e, t = 26) {
		let n = (e) => Math.max(e - 2 * t, 20), [r, i] = [Math.max(e.x1 - e.x0, 1e-9), Math.max(e.y1 - e.y0, 1e-9)], a = Math.min(n(this.width) / r, n(this.height) / i);
		this.fitted = {
			x: (e.x0 + e.x1) / 2,
			y: (e.y0 + e.y1) / 2,
			pxPerUnit: a
		}, {x: this.x, y: this.y, pxPerUnit: this.pxPerUnit} = this.fitted;
	}
	get zoom() {
		return this.pxPerUnit / this.fitted.pxPerUnit;
	}
	get scale() {
		return this.pxPerUnit;
	}
	toScreen(e, t) {
		return [this.width / 2 + (e - this.x) * this.pxPerUnit, this.height / 2 - (t - this.y) * this.pxPerUnit];
	}
	toPlace(e, t) {
		return [this.x + (e - this.width / 2) / this.pxPerUnit, this.y - (t - this.height / 2) / this.pxPerUnit];
	}
	zoomAt(e, t, n) {
		let [r, i] = this.toPlace(e, t), { pxPerUnit: a } = this.fitted;
		this.pxPerUnit = Math.min(Math.max(this.pxPerUnit * n, a / 8), a * 200);
		let [o, s] = this.toPlace(e, t);
		this.x += r - o, this.y += i - s;
	}
	panBy(e, t) {
		this.x -= e / this.pxPerUnit, this.y += t / this.pxPerUnit;
	}
};
function vr(e, t) {
	let n = (e) => {
		if (e.length === 0) return [-1, 1];
		let t = Math.max(1, Math.floor(e.length / 8192)), n = Float32Array.from({ length: Math.ceil(e.length / t) }, (n, r) => e[r * t]).sort(), r = (e) => n[Math.round(e * (n.length - 1))];
		return [r(.001), r(.999)];
	}, [r, i] = n(e), [a, o] = n(t);
	return {
		x0: r,
		x1: i,
		y0: a,
		y1: o
	};
}
// src/map/mapView.ts
var yr = class {
	model;
	theme;
	request;
	element;
	view = new _r();
	posterior = null;
	points = J("canvas", { "aria-hidden": "true" });
	over = J("canvas", { "aria-hidden": "true" });
	pixels = null;
	stale = !0;
	centers;
	resizing;
	constructor(e, t, n) {
		this.model = e, this.theme = t, this.request = n, this.element = J("div", {
			class: "gl-map",
			"data-testid": "latent-map",
			tabindex: "0",
			role: "application",
			"aria-roledescription": "map",
			"aria-label": `Map of the latent space of ${e.data.run.name}. Arrow keys move the point and decode there, with shift in fine steps; plus and minus zoom; A and B pin; N goes to the nearest data item; R draws a random point; space plays the path; escape comes back.`
		}, this.points, this.over), this.centers = rr(e.plane.cloud), this.resizing = new ResizeObserver(() => this.resize()), this.resizing.observe(this.element), e.on((t) => {
			t === "plane" && (this.centers = rr(e.plane.cloud), e.pins.places = e.pins.codes.map((t) => e.plane.place(t)), this.reset()), t === "classes" && this.redraw();
		});
	}
	reset() {
		this.view.fit(vr(this.model.plane.cloud.xs, this.model.plane.cloud.ys)), this.redraw();
	}
	redraw() {
		this.stale = !0, this.request();
	}
	setTheme(e) {
		this.theme = e, this.redraw();
	}
	zoom(e, t = this.view.width / 2, n = this.view.height / 2) {
		this.view.zoomAt(t, n, e), this.redraw();
	}
	pan(e, t) {
		this.view.panBy(e, t), this.redraw();
	}
	draw() {
		if (this.view.width <= 1) return;
		this.stale && this.drawPoints();
		let e = this.over.width / this.view.width, t = this.over.getContext("2d");
		t.setTransform(e, 0, 0, e, 0, 0), t.clearRect(0, 0, this.view.width, this.view.height), this.drawOver(new mr(t, this.view, this.theme));
	}
	destroy() {
		this.resizing.disconnect();
	}
	drawOver(e) {
		let { model: t } = this, { plane: n } = t;
		e.axes(n.horizontal.name, n.vertical.name, n.isLine);
		let r = [...this.centers].filter(([e]) => !t.hidden.has(e)).map(([e, { x: n, y: r }]) => ({
			name: t.data.points.labelNames[e] ?? "",
			label: e,
			x: n,
			y: r
		}));
		if (e.classNames(r.filter(({ name: e }) => e !== "")), t.pins.places.length > 1 && e.path(t.pins.places), t.hoverRow >= 0) {
			let { xs: r, ys: i, labels: a } = n.cloud, [o, s] = [r[t.hoverRow], i[t.hoverRow]];
			this.posterior && e.ellipse(o, s, this.posterior.ellipse), e.item(o, s, a ? a[t.hoverRow] : 0), this.posterior?.draw && e.draw(...this.posterior.draw);
		}
		t.settled.code && e.settled(...n.place(t.settled.code));
		let i = t.live && (t.live.code ?? t.sample?.point.code);
		i && e.live(...n.place(i));
		for (let r of ["a", "b"]) {
			let i = t.pins[r]?.code;
			i && e.pin(r.toUpperCase(), ...n.place(i));
		}
	}
	drawPoints() {
		let e = performance.now(), { width: t, height: n } = this.points, r = this.points.getContext("2d");
		(this.pixels?.width !== t || this.pixels.height !== n) && (this.pixels = new ImageData(t, n));
		let i = new Uint32Array(this.pixels.data.buffer);
		r.fillStyle = this.theme.background, i.fill($n(String(r.fillStyle).slice(0, 7)));
		let a = t / this.view.width;
		cr(i, t, n, this.model.plane.cloud, this.view, a, this.theme.dark, this.model.hidden), r.putImageData(this.pixels, 0, 0), this.stale = !1, fr("genlab.points", e), this.element.dataset.ready = "true";
	}
	resize() {
		let { clientWidth: e, clientHeight: t } = this.element;
		if (e < 2 || t < 2) return;
		let n = this.view.width <= 1;
		this.view.resize(e, t);
		let r = Math.min(devicePixelRatio || 1, 2);
		for (let n of [this.points, this.over]) n.width = Math.round(e * r), n.height = Math.round(t * r);
		n || this.view.zoom === 1 ? this.reset() : this.redraw(), this.draw();
	}
};
// src/map/gestures.ts
function br(e, t) {
	let n = /* @__PURE__ */ new Map(), r = "none", i = [0, 0], a = (t) => {
		let n = e.getBoundingClientRect();
		return [t.clientX - n.left, t.clientY - n.top];
	}, o = () => {
		let [[e, t], [r, i]] = [...n.values()];
		return {
			distance: Math.hypot(e - r, t - i),
			x: (e + r) / 2,
			y: (t + i) / 2
		};
	};
	e.addEventListener("pointerdown", (o) => {
		let s = a(o);
		e.setPointerCapture(o.pointerId), n.set(o.pointerId, s), n.size === 2 ? (r === "drag" && t.cancel(), r = "pinch") : n.size === 1 && (r = o.shiftKey || o.button > 0 || t.panning() ? "pan" : "drag", i = s, r === "drag" && t.grab(...s));
	}), e.addEventListener("pointermove", (e) => {
		let s = a(e);
		if (!n.has(e.pointerId)) r === "none" && e.pointerType !== "touch" && t.hover(...s);
		else if (r === "pinch" && n.size >= 2) {
			let r = o();
			n.set(e.pointerId, s);
			let i = o();
			t.pan(i.x - r.x, i.y - r.y), r.distance > 0 && t.zoom(i.x, i.y, i.distance / r.distance);
		} else n.set(e.pointerId, s), r === "drag" && t.drag(...s), r === "pan" && t.pan(s[0] - i[0], s[1] - i[1]), i = s;
	});
	let s = (e) => {
		n.delete(e.pointerId) && (r === "drag" && (e.type === "pointerup" ? t.drop(...a(e)) : t.cancel()), (n.size === 0 || r === "drag") && (r = "none"));
	};
	e.addEventListener("pointerup", s), e.addEventListener("pointercancel", s), e.addEventListener("pointerleave", () => r === "none" && t.leave()), e.addEventListener("contextmenu", (e) => e.preventDefault()), e.addEventListener("dblclick", (e) => t.double(...a(e))), e.addEventListener("wheel", (e) => {
		e.preventDefault(), t.zoom(...a(e), Math.exp(-e.deltaY * (e.deltaMode === 1 ? .05 : .0018)));
	}, { passive: !1 });
}
// src/map/steering.ts
var xr = 15, Sr = class {
	model;
	map;
	player;
	panning = !1;
	held = null;
	before = null;
	constructor(e, t, n) {
		this.model = e, this.map = t, this.player = n, br(t.element, {
			hover: (e, t) => this.hover(e, t),
			leave: () => this.leave(),
			grab: (e, t) => this.grab(e, t),
			drag: (e, t) => this.drag(e, t),
			drop: (e, t) => this.drop(e, t),
			cancel: () => this.cancel(),
			pan: (e, t) => this.map.pan(e, t),
			zoom: (e, t, n) => this.map.zoom(n, e, t),
			double: (e, t) => this.goToItem(e, t),
			panning: () => this.panning
		});
	}
	hover(e, t) {
		this.player.isPlaying || (this.setRow(nr(this.model.plane.cloud, this.map.view, e, t, this.model.hidden)), this.map.element.style.cursor = this.panning ? "grab" : this.pinAt(e, t) ? "move" : "crosshair", this.visit(e, t));
	}
	leave() {
		this.player.isPlaying || (this.setRow(-1), this.model.visit(null));
	}
	grab(e, t) {
		this.player.halt(), this.held = this.pinAt(e, t) ?? "point", this.before = this.held === "point" ? null : this.model.pins[this.held], this.drag(e, t);
	}
	drag(e, t) {
		let n = this.held === "point" ? nr(this.model.plane.cloud, this.map.view, e, t, this.model.hidden) : -1;
		if (this.setRow(n), this.held === "point") this.visit(e, t);
		else if (this.held) {
			let n = this.model.under(this.map.view.toPlace(e, t), this.model.pins[this.held]);
			if (!n) return;
			this.model.pins[this.held] = n, this.model.changed("pins"), this.model.visit(n);
		}
	}
	drop(e, t) {
		this.drag(e, t);
		let n = this.model.live, r = this.held === "point" ? "map" : "path";
		this.held = null, n && this.model.settle(n, r);
	}
	cancel() {
		this.held && this.held !== "point" && (this.model.pins[this.held] = this.before, this.model.changed("pins")), this.held = null, this.leave();
	}
	goToItem(e, t) {
		let n = nr(this.model.plane.cloud, this.map.view, e, t, this.model.hidden);
		n >= 0 && !this.panning && this.model.settle(this.model.item(n), "item");
	}
	visit(e, t) {
		let n = this.model.under(this.map.view.toPlace(e, t));
		n && this.model.visit(n);
	}
	setRow(e) {
		this.model.hoverRow !== e && (this.model.hoverRow = e, this.model.changed("hover"));
	}
	pinAt(e, t) {
		for (let n of ["b", "a"]) {
			let r = this.model.pins[n]?.code;
			if (!r) continue;
			let [i, a] = this.map.view.toScreen(...this.model.plane.place(r));
			if (Math.hypot(i - e, a - t) <= xr) return n;
		}
		return null;
	}
};
// src/math/linearMap.ts
function Cr(e) {
	let t = new Float32Array(e * e);
	for (let n = 0; n < e; n++) t[n * e + n] = 1;
	return {
		dim: e,
		k: e,
		mean: new Float32Array(e),
		components: t
	};
}
function wr(e, t, n) {
	let r = 0;
	for (let i = 0, a = n * e.dim; i < e.dim; i++, a++) r += (t[i] - e.mean[i]) * e.components[a];
	return r;
}
function Tr(e, t) {
	return Float32Array.from({ length: e.k }, (n, r) => wr(e, t, r));
}
function Er(e, t, n) {
	return [wr(e, t, n[0]), wr(e, t, n[1])];
}
function Dr(e, t, n, r) {
	let i = t[0] - wr(e, n, r[0]), a = t[1] - wr(e, n, r[1]), o = new Float32Array(e.dim);
	for (let t = 0, s = r[0] * e.dim, c = r[1] * e.dim; t < e.dim; t++, s++, c++) o[t] = n[t] + i * e.components[s] + a * e.components[c];
	return o;
}
function Or(e, t, n) {
	let r = 0, i = 0, a = 0;
	for (let o = 0, s = n[0] * e.dim, c = n[1] * e.dim; o < e.dim; o++, s++, c++) r += t[o] * e.components[s] * e.components[s], i += t[o] * e.components[s] * e.components[c], a += t[o] * e.components[c] * e.components[c];
	let o = (r + a) / 2, s = Math.hypot((r - a) / 2, i);
	return {
		major: Math.sqrt(o + s),
		minor: Math.sqrt(Math.max(o - s, 0)),
		angle: s <= 1e-12 * o ? 0 : .5 * Math.atan2(2 * i, r - a)
	};
}
// src/state/plane.ts
function kr(e) {
	let t = (t) => `${Math.round(100 * (e.map.varianceRatio[t] ?? 0))}\u202f%`, n = (e) => Array.from({ length: e }, (e, t) => t), r = n(e.map.k).map((e) => ({
		kind: "pca",
		column: e,
		name: `PC ${e + 1} (${t(e)})`
	}));
	return e.map.space === "z" ? [...r, ...n(e.latent.dim).map((e) => ({
		kind: "raw",
		column: e,
		name: `z ${e + 1}`
	}))] : r;
}
function Ar(e, t) {
	return e.find(({ kind: e, column: n }) => e === t.kind && n !== t.column) ?? t;
}
var jr = class {
	horizontal;
	vertical;
	cloud;
	map;
	axes;
	constructor(e, t, n, r) {
		this.horizontal = n, this.vertical = r;
		let i = n.kind === "raw", { dim: a, k: o } = i ? {
			dim: e.latent.dim,
			k: e.latent.dim
		} : e.map, [s, c] = i ? [t.codes, e.latent.dim] : [t.coords, e.map.k], { count: l } = e.points, u = (e) => Float32Array.from({ length: l }, (t, n) => s[n * c + e]), d = o === 1, f = i ? Cr(a) : {
			dim: a,
			k: o,
			mean: t.mean,
			components: t.components
		};
		this.map = d ? {
			...f,
			k: 2,
			components: [...Array.from(f.components), ...new Float32Array(a)]
		} : f, this.axes = d ? [0, 1] : [n.column, r.column];
		let p = d ? Float32Array.from({ length: l }, (e, t) => Mr(t)) : u(r.column);
		this.cloud = {
			xs: u(d ? 0 : n.column),
			ys: p,
			labels: t.labels
		};
	}
	get isLine() {
		return this.map.k === 2 && this.horizontal === this.vertical;
	}
	place(e) {
		return Er(this.map, e, this.axes);
	}
	move(e, t) {
		return Dr(this.map, t, e, this.axes);
	}
};
function Mr(e) {
	return ((Math.imul(e + 1, 2654435761) >>> 0) / 4294967296 - .5) * 1;
}
// src/map/toolbar.ts
var Nr = class {
	model;
	element;
	horizontal;
	vertical;
	constructor(e, t, n) {
		this.model = e, this.horizontal = this.select("Horizontal axis", e.plane.horizontal), this.vertical = this.select("Vertical axis", e.plane.vertical);
		let r = (e, t, n) => J("button", {
			type: "button",
			class: "gl-tool",
			title: t,
			"aria-label": t,
			onclick: n
		}, e), i = r("Pan", "Drag pans the map instead of the point (also: drag with shift or the right button)", () => {
			n.panning = !n.panning, i.setAttribute("aria-pressed", String(n.panning));
		});
		i.setAttribute("aria-pressed", "false"), this.element = J("div", { class: "gl-toolbar" }, J("label", { class: "gl-axis" }, J("span", {}, "across"), this.horizontal), J("label", { class: "gl-axis" }, J("span", {}, "up"), this.vertical), J("span", { class: "gl-tools" }, r("−", "Zoom out", () => t.zoom(1 / 1.5)), r("+", "Zoom in", () => t.zoom(1.5)), i, r("Fit", "Show all points", () => t.reset())));
	}
	select(e, t) {
		let n = {
			pca: J("optgroup", { label: "Principal components" }),
			raw: J("optgroup", { label: "Raw axes" })
		};
		this.model.choices.forEach((e, r) => {
			n[e.kind].append(J("option", {
				value: r,
				selected: e === t
			}, e.name));
		});
		let r = J("select", {
			title: e,
			"aria-label": e,
			onchange: () => this.change(r)
		});
		for (let e of [n.pca, n.raw]) e.childElementCount > 0 && r.append(e);
		return r.disabled = this.model.choices.length < 2, r;
	}
	change(e) {
		let t = e === this.horizontal ? this.vertical : this.horizontal, { choices: n } = this.model, r = n[Number(e.value)], i = n[Number(t.value)];
		(i.kind !== r.kind || i.column === r.column) && (t.value = String(n.indexOf(Ar(n, r)))), this.model.show(n[Number(this.horizontal.value)], n[Number(this.vertical.value)]);
	}
}, Pr = class {
	work;
	done;
	failed;
	waiting = null;
	running = !1;
	closed = !1;
	constructor(e, t, n) {
		this.work = e, this.done = t, this.failed = n;
	}
	ask(e) {
		this.waiting = { input: e }, this.running || this.drain();
	}
	close() {
		this.closed = !0, this.waiting = null;
	}
	async drain() {
		for (this.running = !0; this.waiting && !this.closed;) {
			let { input: e } = this.waiting;
			this.waiting = null;
			try {
				let t = await this.work(e);
				this.closed || this.done(t, e);
			} catch (e) {
				this.closed || this.failed(e instanceof Error ? e : Error(String(e)));
			}
		}
		this.running = !1;
	}
};
// src/item/ink.ts
function Fr(e, t) {
	let [n, r, i] = t.shape, a = n * r * i, o = (t.min + t.max) / 2, s = Math.min(Math.floor(e.length / a), 256), c = 0;
	for (let t = 0; t < s; t++) c += e[t * a] + e[t * a + i - 1];
	let l = s > 0 && c / (2 * s) > o, u = t.min + (l ? .7 : .3) * (t.max - t.min), d = [];
	for (let t = 0; t < s; t++) {
		let n = Rr(e.subarray(t * a, t * a + r * i), i, r, (e) => l ? e < u : e > u);
		n && d.push(Math.max((n.x1 - n.x0) / i, (n.y1 - n.y0) / r));
	}
	return d.sort((e, t) => e - t), {
		extent: d[d.length >> 1] ?? .75,
		inverted: l
	};
}
function Ir(e, t, n, r) {
	let [i, a, o] = n.shape, s = Rr(e, t, t, (e) => e > .1);
	if (!s) return null;
	let c = Math.max((s.x1 - s.x0) / o, (s.y1 - s.y0) / a), l = r.extent / c, [u, d, f] = [
		0,
		0,
		0
	];
	for (let n = s.y0; n < s.y1; n++) for (let r = s.x0; r < s.x1; r++) {
		let i = e[n * t + r];
		u += i, d += i * (r + .5), f += i * (n + .5);
	}
	let p = (e, t, n, r) => Math.min(Math.max(e / 2 - l * t, -l * n), e - l * r), m = p(o, d / u, s.x0, s.x1), h = p(a, f / u, s.y0, s.y1), g = new Float32Array(i * a * o);
	for (let s = 0; s < a; s++) for (let c = 0; c < o; c++) {
		let u = Lr(e, t, (c - m) / l, (s - h) / l, 1 / l), d = r.inverted ? 1 - u : u;
		for (let e = 0; e < i; e++) g[e * a * o + s * o + c] = n.min + d * (n.max - n.min);
	}
	return g;
}
function Lr(e, t, n, r, i) {
	let a = 0;
	for (let o = 0; o < 8; o++) {
		let s = Math.floor(r + (o + .5) / 8 * i);
		if (!(s < 0 || s >= t)) for (let r = 0; r < 8; r++) {
			let o = Math.floor(n + (r + .5) / 8 * i);
			o >= 0 && o < t && (a += e[s * t + o]);
		}
	}
	return a / 64;
}
function Rr(e, t, n, r) {
	let i = {
		x0: t,
		x1: 0,
		y0: n,
		y1: 0
	};
	for (let a = 0; a < n; a++) for (let n = 0; n < t; n++) r(e[a * t + n]) && (i.x0 = Math.min(i.x0, n), i.x1 = Math.max(i.x1, n + 1), i.y0 = Math.min(i.y0, a), i.y1 = a + 1);
	return i.x1 > 0 ? i : null;
}
function zr(e, t, n) {
	let [r, i, a] = t.shape, o = i * a, s = new Float32Array(r * o);
	for (let i = 0; i < o; i++) {
		let [a, c, l] = [
			e[4 * i],
			e[4 * i + 1],
			e[4 * i + 2]
		].map((e) => (n ? 255 - e : e) / 255), u = .299 * a + .587 * c + .114 * l, d = r >= 3 ? [
			a,
			c,
			l
		] : [u];
		for (let e = 0; e < r; e++) s[e * o + i] = t.min + (d[e] ?? 1) * (t.max - t.min);
	}
	return s;
}
// src/item/strokes.ts
var Z = 224, Br = .7 * Z, Vr = .05, Hr = class {
	strokes = [];
	context = new OffscreenCanvas(Z, Z).getContext("2d", { willReadFrequently: !0 });
	begin(e) {
		this.strokes.push({
			width: e,
			points: []
		});
	}
	add(e) {
		this.strokes.at(-1)?.points.push(e);
	}
	clear() {
		this.strokes = [];
	}
	ink(e) {
		let { context: t } = this, n = this.strokes.flatMap((e) => e.points), r = (e) => {
			let t = n.map((t) => t[e]);
			return [Math.min(...t), Math.max(...t)];
		}, [[i, a], [o, s]] = [r(0), r(1)], c = Br / Math.max(a - i, s - o, Vr);
		t.setTransform(1, 0, 0, 1, 0, 0), t.fillStyle = "#000", t.fillRect(0, 0, Z, Z), t.translate(Z / 2, Z / 2), t.strokeStyle = "#fff", t.lineCap = t.lineJoin = "round";
		for (let { width: n, points: r } of this.strokes) {
			t.lineWidth = Br * n / Math.max(e - n, .3), t.beginPath();
			for (let [e, n] of r.slice(0, 1).concat(r)) t.lineTo(c * (e - (i + a) / 2), c * (n - (o + s) / 2));
			t.stroke();
		}
		let { data: l } = t.getImageData(0, 0, Z, Z);
		return {
			ink: Float32Array.from({ length: 50176 }, (e, t) => l[4 * t] / 255),
			side: Z
		};
	}
}, Ur = class {
	sheet;
	changed;
	failed;
	controls;
	bitmap = null;
	invert = J("input", {
		type: "checkbox",
		"data-testid": "invert"
	});
	invertLabel;
	constructor(e, t, n) {
		this.sheet = e, this.changed = t, this.failed = n;
		let r = J("input", {
			type: "file",
			accept: "image/*",
			hidden: !0,
			"data-testid": "picture"
		});
		r.onchange = () => void this.open(r.files?.[0]).finally(() => r.value = "");
		let i = J("button", {
			type: "button",
			title: "Take a picture file instead of a drawing",
			onclick: () => r.click()
		}, "Picture…");
		this.invertLabel = J("label", {
			class: "gl-check",
			title: "Swap dark and bright",
			hidden: !0
		}, this.invert, "Invert"), this.invert.onchange = () => this.show(), this.controls = [
			i,
			r,
			this.invertLabel
		], e.addEventListener("dragover", (t) => {
			t.preventDefault(), e.classList.add("gl-over");
		}), e.addEventListener("dragleave", () => e.classList.remove("gl-over")), e.addEventListener("drop", (t) => {
			t.preventDefault(), e.classList.remove("gl-over"), this.open(t.dataTransfer?.files[0]);
		});
	}
	get present() {
		return this.bitmap !== null;
	}
	get inverted() {
		return this.invert.checked;
	}
	forget() {
		this.bitmap = null, this.invertLabel.hidden = !0;
	}
	resized(e, t) {
		let n = new OffscreenCanvas(e, t).getContext("2d");
		return this.fit(n, e, t, this.invert.checked ? "#fff" : "#000"), n.getImageData(0, 0, e, t).data;
	}
	async open(e) {
		if (e) {
			try {
				this.bitmap = await createImageBitmap(e);
			} catch {
				this.failed(/* @__PURE__ */ Error(`'${e.name}' could not be read as a picture; PNG, JPEG, GIF and WebP are.`));
				return;
			}
			this.invert.checked = !1, this.invert.checked = this.paperIsBright(), this.invertLabel.hidden = !1, this.show();
		}
	}
	show() {
		let e = this.sheet.getContext("2d");
		e.filter = this.invert.checked ? "invert(1)" : "none", this.fit(e, this.sheet.width, this.sheet.height, this.invert.checked ? "#fff" : "#000"), e.filter = "none", this.changed();
	}
	fit(e, t, n, r) {
		let i = this.bitmap, a = Math.min(t / i.width, n / i.height), [o, s] = [i.width * a, i.height * a];
		e.fillStyle = r, e.fillRect(0, 0, t, n), e.imageSmoothingQuality = "high", e.drawImage(i, (t - o) / 2, (n - s) / 2, o, s);
	}
	paperIsBright() {
		let e = this.resized(16, 16), t = 0;
		for (let n = 0; n < 16; n++) for (let r of [
			n,
			240 + n,
			16 * n,
			16 * n + 15
		]) t += e[4 * r];
		return t / 64 > 127;
	}
}, Q = 224, Wr = class {
	model;
	painter;
	request;
	element;
	canvas = J("canvas", {
		class: "gl-draw",
		width: Q,
		height: Q,
		"data-testid": "draw"
	});
	sheet = J("div", { class: "gl-sheet" }, this.canvas);
	context = this.canvas.getContext("2d");
	strokes = new Hr();
	seen = J("canvas", {
		class: "gl-thumb",
		title: "What the model sees",
		role: "img",
		hidden: !0
	});
	pen;
	lane;
	picture;
	style = {
		extent: .75,
		inverted: !1
	};
	last = null;
	dirty = !1;
	ended = !1;
	constructor(e, t, n, r, i) {
		this.model = e, this.painter = t, this.request = r;
		let a = e.engine.encode;
		this.lane = new Pr(async (e) => (await a(e, 1)).mu, (e) => this.placed(e), i);
		let o = e.data.item.shape[1] <= 12, s = "Pen width";
		this.pen = J("input", {
			type: "range",
			min: 8,
			max: 48,
			value: o ? 32 : 20,
			title: s,
			"aria-label": s
		}), this.picture = new Ur(this.canvas, () => this.changed(!0), i), this.seen.setAttribute("aria-label", "What the model sees"), this.canvas.setAttribute("aria-label", "Drawing sheet: draw with mouse or finger, or drop a picture"), this.canvas.title = "Draw here with mouse or finger, or drop a picture";
		let c = J("button", {
			type: "button",
			title: "Wipe the sheet",
			onclick: () => this.clear()
		}, "Clear");
		c.dataset.testid = "draw-clear", this.element = J("section", { class: "gl-panel gl-draw-panel" }, J("div", { class: "gl-draw-head" }, J("h3", {}, "Draw"), this.pen), this.sheet, J("div", { class: "gl-draw-tools" }, this.seen, c, ...this.picture.controls)), this.listen(), this.wipe(), n.block(0).then((t) => this.style = Fr(t, e.data.item), () => {});
	}
	draw() {
		if (!this.dirty) return;
		this.dirty = !1;
		let e = this.read();
		e && (this.painter.paint(this.seen, e, 0, 30), this.seen.hidden = !1, this.lane.ask(e));
	}
	clear() {
		this.picture.forget(), this.wipe();
	}
	close() {
		this.lane.close();
	}
	read() {
		let { item: e } = this.model.data;
		if (this.picture.present) {
			let [, t, n] = e.shape;
			return zr(this.picture.resized(n, t), e, this.picture.inverted);
		}
		let { ink: t, side: n } = this.strokes.ink(this.style.extent);
		return Ir(t, n, e, this.style);
	}
	placed(e) {
		let t = this.model.pure(e.slice());
		this.ended && !this.dirty ? this.model.settle(t, "draw") : this.model.visit(t);
	}
	changed(e) {
		delete this.sheet.dataset.empty, this.dirty = !0, this.ended = e, this.request();
	}
	wipe() {
		this.sheet.dataset.empty = "", this.seen.hidden = !0, this.dirty = !1, this.strokes.clear(), this.context.fillStyle = "#000", this.context.fillRect(0, 0, Q, Q);
	}
	listen() {
		let { canvas: e } = this, t = (t) => {
			let n = e.getBoundingClientRect();
			return [(t.clientX - n.left) / n.width * Q, (t.clientY - n.top) / n.height * Q];
		};
		e.addEventListener("pointerdown", (n) => {
			n.button > 0 || (this.picture.present && this.clear(), e.setPointerCapture(n.pointerId), this.last = t(n), this.strokes.begin(Number(this.pen.value) / Q), this.stroke(this.last));
		}), e.addEventListener("pointermove", (e) => {
			if (this.last) {
				for (let n of e.getCoalescedEvents?.() ?? []) this.stroke(t(n));
				this.stroke(t(e));
			}
		});
		let n = () => {
			this.last && (this.last = null, this.changed(!0));
		};
		e.addEventListener("pointerup", n), e.addEventListener("pointercancel", n);
	}
	stroke(e) {
		let { context: t } = this;
		t.strokeStyle = "#fff", t.lineWidth = Number(this.pen.value), t.lineCap = t.lineJoin = "round", t.beginPath(), t.moveTo(...this.last), t.lineTo(...e), t.stroke(), this.last = e, this.strokes.add([e[0] / Q, e[1] / Q]), this.changed(!1);
	}
};
// src/math/normal.ts
function Gr(e, t = Math.random) {
	let n = new Float32Array(e);
	for (let r = 0; r < e; r += 2) {
		let i = Math.sqrt(-2 * Math.log(1 - t())), a = 2 * Math.PI * t();
		n[r] = i * Math.cos(a), r + 1 < e && (n[r + 1] = i * Math.sin(a));
	}
	return n;
}
// src/panels/itemCard.ts
var Kr = 260, qr = 72, Jr = 640, Yr = class {
	model;
	map;
	painter;
	items;
	request;
	failed;
	element;
	title = J("b", {});
	canvases;
	lane;
	timer = 0;
	constructor(e, t, n, r, i, a) {
		this.model = e, this.map = t, this.painter = n, this.items = r, this.request = i, this.failed = a;
		let { isGan: o } = e, s = o ? ["sample"] : ["x", "x̂ from μ"];
		e.data.points.logvar && s.push("x̂ from a drawn z"), this.canvases = s.map(() => J("canvas"));
		let c = s.map((e, t) => J("figure", {}, this.canvases[t], J("figcaption", {}, e)));
		this.element = J("div", {
			class: "gl-card",
			hidden: !0,
			"data-testid": "item-card"
		}, this.title, J("div", { class: "gl-card-items" }, ...c)), this.lane = new Pr(async ({ row: t, codes: n }) => {
			let r = n[0].length, i = new Float32Array(n.length * r);
			return n.forEach((e, t) => i.set(e, t * r)), {
				row: t,
				x: await e.engine.decoder.decode(i, n.length)
			};
		}, ({ row: e, x: t }) => this.reconstructed(e, t), a), e.on((e) => e === "hover" && this.hovered());
	}
	close() {
		clearInterval(this.timer), this.lane.close();
	}
	hovered() {
		let e = this.model.hoverRow;
		if (clearInterval(this.timer), this.map.posterior = null, this.element.hidden = e < 0, e < 0) return;
		let { labelNames: t } = this.model.data.points, n = t[this.model.arrays.labels?.[e] ?? -1];
		Y(this.title, `${this.model.isGan ? "Sample" : "Data item"} no. ${e}${n ? `, class ${n}` : ""}`), this.element.dataset.row = String(e), this.keepClear(e), this.show(e).catch(this.failed);
	}
	keepClear(e) {
		let { xs: t, ys: n } = this.model.plane.cloud, { view: r } = this.map, [i, a] = r.toScreen(t[e], n[e]), o = i > r.width / 2, s = r.width < Jr && a < r.height / 2, { style: c } = this.element;
		[c.left, c.right] = o ? ["8px", "auto"] : ["auto", "8px"], [c.top, c.bottom] = s ? ["auto", "26px"] : ["28px", "auto"];
	}
	async show(e) {
		let { model: t } = this, n = this.items.peek(e) ?? await this.items.item(e);
		if (t.hoverRow !== e || (this.painter.paint(this.canvases[0], n, 0, qr), this.element.dataset.shown = String(e), t.isGan)) return;
		let r = t.item(e).z, { logvar: a, count: o } = t.data.points;
		if (!a) return this.lane.ask({
			row: e,
			codes: [r]
		});
		let { dim: s } = t.data.latent, c = await i(a, o * s, "variances");
		if (t.hoverRow !== e) return;
		let l = c.slice(e * s, (e + 1) * s).map(Math.exp), { plane: u } = t;
		this.map.posterior = {
			ellipse: Or(u.map, l, u.axes),
			draw: null
		};
		let d = () => {
			let t = Gr(s).map((e, t) => r[t] + Math.sqrt(l[t]) * e);
			this.map.posterior && (this.map.posterior.draw = u.place(t)), this.lane.ask({
				row: e,
				codes: [r, t]
			});
		};
		d(), this.timer = window.setInterval(d, Kr);
	}
	reconstructed(e, t) {
		if (this.model.hoverRow !== e) return;
		let n = this.items.size;
		for (let e = 0; (e + 1) * n <= t.length; e++) this.painter.paint(this.canvases[e + 1], t, e * n, qr);
		this.request();
	}
}, Xr = 1e-6;
function Zr(e, t, n) {
	let r = new Float32Array(e.length);
	for (let i = 0; i < r.length; i++) r[i] = (1 - n) * e[i] + n * t[i];
	return r;
}
function Qr(e, t, n) {
	let r = e.length, i = ei(e), a = ei(t);
	if (i === 0 || a === 0 || r === 1) return Zr(e, t, n);
	let o = Float64Array.from(e, (e) => e / i), s = 0;
	for (let e = 0; e < r; e++) s += o[e] * t[e] / a;
	let c = o.map((e, n) => t[n] / a - s * e), l = ei(c);
	if (l < Xr) {
		if (s > 0) return Zr(e, t, n);
		let r = o.reduce((e, t, n) => Math.abs(t) < Math.abs(o[e]) ? n : e, 0);
		o.forEach((e, t) => c[t] = +(t === r) - o[r] * e);
	}
	let u = n * Math.atan2(l, s), d = (1 - n) * i + n * a, f = d * Math.cos(u), p = d * Math.sin(u) / ei(c), m = new Float32Array(r);
	for (let e = 0; e < r; e++) m[e] = f * o[e] + p * c[e];
	return m;
}
function $r(e, t, n, r) {
	return e === "lerp" ? Zr(t, n, r) : Qr(t, n, r);
}
function ei(e) {
	let t = 0;
	for (let n = 0; n < e.length; n++) t += e[n] * e[n];
	return Math.sqrt(t);
}
// src/state/point.ts
function ti(e) {
	return {
		z: e,
		delta: null,
		code: e
	};
}
function ni(e, t) {
	return {
		z: e,
		delta: t,
		code: null
	};
}
function ri(e) {
	return [...e.z, ...e.delta ?? []];
}
function ii(e, t, n) {
	if (!e || e.length !== t + n || e.some((e) => !Number.isFinite(e))) return null;
	let r = Float32Array.from(e.slice(0, t));
	return n > 0 ? ni(r, Float32Array.from(e.slice(t))) : ti(r);
}
var ai = class {
	a;
	b;
	kind;
	t = 0;
	codes = [];
	places = [];
	constructor(e, t, n) {
		this.a = e, this.b = t, this.kind = n;
	}
	at(e) {
		let { a: t, b: n } = this;
		if (!t || !n) return null;
		let r = $r(this.kind, t.z, n.z, e);
		return t.delta && n.delta ? ni(r, Zr(t.delta, n.delta, e)) : ti(r);
	}
	steps(e = 11) {
		return !this.a || !this.b ? [] : Array.from({ length: e }, (t, n) => this.at(n / (e - 1)));
	}
}, oi = 3, si = class {
	model;
	painter;
	request;
	element;
	slider;
	play;
	loop = J("input", {
		type: "checkbox",
		"data-testid": "loop"
	});
	kind;
	pinButtons;
	steps;
	strip;
	hint;
	lane;
	playing = null;
	constructor(e, t, n, r) {
		this.model = e, this.painter = t, this.request = n;
		let { pins: i } = e;
		this.lane = new Pr((t) => e.engine.batch(t), (e) => this.paint(e), r), this.pinButtons = {
			a: this.pinButton("a"),
			b: this.pinButton("b")
		}, this.slider = J("input", {
			type: "range",
			min: 0,
			max: 1,
			step: .001,
			value: 0,
			title: "Where on the way from A to B",
			"aria-label": "Path from A to B",
			"data-testid": "path-slider",
			onpointerdown: () => this.goTo(Number(this.slider.value)),
			onpointerup: () => this.settleAt(Number(this.slider.value)),
			oninput: () => this.goTo(Number(this.slider.value)),
			onchange: () => this.settleAt(Number(this.slider.value))
		}), this.play = J("button", {
			type: "button",
			"data-testid": "play",
			onclick: () => this.toggle()
		}, "Play"), this.play.title = "Play the way from A to B (space)";
		let a = "Lerp goes straight; slerp goes along the sphere, as codes of a Gaussian prior lie near one", o = (e, t) => J("option", {
			value: e,
			selected: e === i.kind
		}, t);
		this.kind = J("select", {
			title: a,
			"aria-label": a,
			"data-testid": "path-kind",
			onchange: () => this.setKind()
		}, o("lerp", "lerp (straight)"), o("slerp", "slerp (sphere)")), this.steps = Array.from({ length: 11 }, (e, t) => this.step(t)), this.strip = J("div", {
			class: "gl-steps",
			"data-testid": "path-strip"
		}, ...this.steps.map(({ button: e }) => e)), this.hint = J("p", { class: "gl-hint" }, "Pin two points, A and B, to walk from one to the other.");
		let s = J("label", {
			class: "gl-check",
			title: "Go back and forth without end"
		}, this.loop, "Loop"), c = [
			this.pinButtons.a,
			this.slider,
			this.pinButtons.b,
			this.play,
			s,
			this.kind
		];
		this.element = J("section", {
			class: "gl-path",
			"aria-label": "Path between two pins"
		}, J("div", { class: "gl-path-row" }, ...c), this.hint, this.strip), e.on((e) => e === "pins" && this.pinsChanged()), this.pinsChanged();
	}
	get isPlaying() {
		return this.playing !== null;
	}
	pin(e) {
		let t = this.model.current;
		this.model.pins[e] = t.code ? t : this.model.sample?.point ?? t, this.model.changed("pins"), this.model.changed("settled");
	}
	toggle() {
		if (this.playing) return void this.stop();
		this.model.pins.at(0) && (this.model.pins.t >= 1 && (this.model.pins.t = 0), this.playing = {
			lastMs: performance.now(),
			direction: 1
		}, this.play.textContent = "Pause", this.request());
	}
	stop() {
		return this.playing ? (this.halt(), this.settleAt(this.model.pins.t), !0) : !1;
	}
	halt() {
		this.playing = null, this.play.textContent = "Play";
	}
	advance(e) {
		if (!this.playing) return;
		let { pins: t } = this.model, { lastMs: n, direction: r } = this.playing, i = t.t + r * Math.max(e - n, 0) / (1e3 * oi);
		if (this.playing.lastMs = e, i > 1 || i < 0) {
			if (!this.loop.checked) {
				t.t = 1, this.stop();
				return;
			}
			this.playing.direction = i > 1 ? -1 : 1, i = Math.min(Math.max(i, 0), 1);
		}
		this.goTo(i), this.request();
	}
	close() {
		this.lane.close(), this.playing = null;
	}
	goTo(e) {
		this.model.pins.t = e, this.showPlace();
		let t = this.model.pins.at(e);
		t && this.model.visit(t);
	}
	settleAt(e) {
		this.halt(), this.model.pins.t = e, this.showPlace();
		let t = this.model.pins.at(e);
		t && this.model.settle(t, "path");
	}
	setKind() {
		this.model.pins.kind = this.kind.value, this.model.changed("pins"), this.model.changed("settled");
	}
	pinsChanged() {
		let { pins: e } = this.model, t = e.a !== null && e.b !== null;
		for (let t of ["a", "b"]) this.pinButtons[t].setAttribute("aria-pressed", String(e[t] !== null));
		this.kind.value = e.kind, this.slider.disabled = this.play.disabled = !t, this.strip.hidden = !t, this.hint.hidden = t, e.places = [], t ? this.lane.ask(e.steps()) : this.placeLone(), this.showPlace();
	}
	async placeLone() {
		let e = this.model.pins.a ? "a" : "b", t = this.model.pins[e];
		if (!t || t.code) return;
		let { codes: n } = await this.model.engine.batch([t]);
		this.model.pins[e] === t && (this.model.pins[e] = {
			...t,
			code: n
		}), this.request();
	}
	paint({ codes: e, x: t }) {
		let { pins: n, plane: r } = this.model, [i, a] = [e.length / 11, t.length / 11], o = this.model.data.item.modality === "points" ? t : void 0;
		this.steps.forEach(({ canvas: e }, n) => this.painter.paint(e, t, n * a, 60, o)), n.codes = Array.from({ length: 11 }, (t, n) => e.slice(n * i, (n + 1) * i)), n.a && !n.a.code && (n.a = {
			...n.a,
			code: n.codes[0]
		}), n.b && !n.b.code && (n.b = {
			...n.b,
			code: n.codes[10]
		}), n.places = n.codes.map((e) => r.place(e)), this.request();
	}
	showPlace() {
		let { t: e } = this.model.pins;
		this.slider.value = String(e), this.slider.setAttribute("aria-valuetext", `${Math.round(100 * e)} percent of the way`);
		let t = Math.round(e * 10);
		this.steps.forEach(({ button: e }, n) => e.setAttribute("aria-current", String(n === t)));
	}
	pinButton(e) {
		let t = e.toUpperCase();
		return J("button", {
			type: "button",
			class: "gl-pin",
			title: `Pin the point on screen as ${t} (key ${t}); drag the pin on the map to move it`,
			"data-testid": `pin-${e}`,
			onclick: () => this.pin(e)
		}, `Pin ${t}`);
	}
	step(e) {
		let t = J("canvas", { "aria-hidden": "true" }), n = e / 10, r = `Go ${Math.round(100 * n)} % of the way`;
		return {
			button: J("button", {
				type: "button",
				class: "gl-step",
				title: r,
				"aria-label": r,
				onclick: () => this.settleAt(n)
			}, t),
			canvas: t
		};
	}
}, ci = 200, li = class {
	model;
	painter;
	items;
	element;
	canvas = J("canvas", {
		class: "gl-sample",
		"data-testid": "decoded-sample",
		role: "img"
	});
	details;
	title = J("h3", {}, "Settled point");
	coords = J("p", {
		class: "gl-coords",
		"data-testid": "coords"
	});
	thumb = J("canvas", {
		class: "gl-thumb",
		role: "img",
		"aria-label": "nearest data item"
	});
	near = J("span", {});
	spoken = J("p", {
		class: "gl-spoken",
		"aria-live": "polite"
	});
	decoded = 0;
	constructor(e, t, n) {
		this.model = e, this.painter = t, this.items = n;
		let r = J("button", {
			type: "button",
			title: "Go to the code of the nearest data item (N on the map)",
			onclick: () => this.goToNearest()
		}, "Go there");
		this.element = J("section", { class: "gl-panel gl-sample-panel" }, this.title, this.canvas), this.details = J("section", { class: "gl-details" }, this.coords, J("div", {
			class: "gl-near",
			"data-testid": "nearest-item"
		}, this.thumb, this.near, r), this.spoken);
	}
	goToNearest() {
		this.model.nearest.row >= 0 && this.model.settle(this.model.item(this.model.nearest.row), "item");
	}
	show() {
		let { sample: e } = this.model;
		e && (this.painter.paint(this.canvas, e.x, 0, ci), this.canvas.dataset.decoded = String(++this.decoded), Y(this.title, this.model.live ? "Under your hand" : "Settled point"), Y(this.coords, this.describe(e.point.code, e.point.z)));
	}
	async settled() {
		let { sample: e, nearest: t, data: n, settled: r } = this.model;
		e && this.canvas.setAttribute("aria-label", `Decoded ${this.painter.describe(e.x)}`);
		let { row: i } = t;
		if (i < 0) return;
		let a = n.points.labelNames[this.model.arrays.labels?.[i] ?? -1], o = `Nearest ${this.model.isGan ? "sample" : "data item"}: no. ${i}${a ? `, class ${a}` : ""}, distance ${X(t.distance)}`;
		Y(this.near, o), Y(this.spoken, `Settled at ${this.describe(r.code, r.z)}. ${o}.`);
		let s = await this.items.item(i);
		this.model.nearest.row === i && this.painter.paint(this.thumb, s, 0, 44);
	}
	describe(e, t) {
		let { plane: n } = this.model, [r, i] = n.place(e), a = (e) => e.replace(/ \(.*/, ""), o = n.isLine ? "" : `, ${a(n.vertical.name)} ${X(i)}`;
		return `${a(n.horizontal.name)} ${X(r)}${o}, distance of z from 0: ${X(ei(t))}`;
	}
};
function ui(e, t) {
	let { mean: n, std: r, variational: i } = e.latent, a = 3 * r[t], [o, s] = [n[t] - a, n[t] + a];
	return i || e.run.family === "gan" ? {
		low: Math.min(o, -3),
		high: Math.max(s, 3)
	} : a > 0 ? {
		low: o,
		high: s
	} : {
		low: o - 1,
		high: s + 1
	};
}
function di(e, t, { low: n, high: r }) {
	return Array.from({ length: 7 }, (i, a) => {
		let o = e.z.slice();
		return o[t] = n + (a + .5) / 7 * (r - n), e.delta ? ni(o, e.delta) : ti(o);
	});
}
// src/panels/sliders.ts
var fi = 8, pi = class {
	model;
	painter;
	element;
	list = J("div", { class: "gl-sliders" });
	rows = [];
	more;
	strips = 0;
	constructor(e, t) {
		this.model = e, this.painter = t;
		let { order: n, dim: r } = e.data.latent, i = (e, t, n, r) => J("button", {
			type: "button",
			title: t,
			"data-testid": n,
			onclick: r
		}, e);
		this.more = i(`Show all ${r}`, "Show a slider for every latent dimension", "show-all", () => {
			this.add(n.slice(this.rows.length)), this.more.hidden = !0, this.refreshStrips();
		}), this.more.hidden = r <= fi;
		let a = e.data.latent.variational || e.isGan ? "the prior" : "a Gaussian over the codes";
		this.element = J("section", {
			class: "gl-panel",
			"aria-label": "Latent dimensions, ordered by how much each changes the decoded item"
		}, J("div", { class: "gl-sliders-head" }, i("Reset", e.isGan ? "Go back to the first sample" : `Go to the mean of ${a}`, "reset", () => e.settle(e.origin(), "reset")), i("Random", `Go to a random draw from ${a} (R)`, "random", () => e.random()), this.truncation()), this.list, this.more), this.add(n.slice(0, fi));
	}
	draw() {
		let { z: e } = this.model.current;
		for (let { dimension: t, input: n, output: r } of this.rows) {
			let i = e[t];
			Number(n.value) !== i && (n.value = String(i)), Y(r, X(i));
		}
	}
	async refreshStrips() {
		let e = ++this.strips, { model: t } = this, n = t.data.item.shape.reduce((e, t) => e * t, 1);
		for (let { dimension: r, thumbs: i } of this.rows) {
			let a = di(t.settled, r, ui(t.data, r)), { x: o } = await t.engine.batch(a);
			if (e !== this.strips) return;
			i.forEach((e, t) => this.painter.paint(e, o, t * n, 26));
		}
	}
	truncation() {
		let e = J("output", {}, "1.00"), t = "Truncation: random draws are pulled this far towards the mean; a fresh draw follows at once", n = J("input", {
			type: "range",
			min: 0,
			max: 1.5,
			step: .01,
			value: 1,
			title: t,
			"aria-label": t
		});
		return n.dataset.testid = "truncation", n.oninput = () => {
			this.model.truncate(Number(n.value)), Y(e, X(Number(n.value)));
		}, n.onchange = () => this.model.live && this.model.settle(this.model.live, "random"), J("label", { class: "gl-truncation" }, J("span", { title: t }, "Truncation ψ"), n, e);
	}
	add(e) {
		for (let t of e) {
			let e = this.row(t);
			this.rows.push(e), this.list.append(e.element);
		}
		this.draw();
	}
	row(e) {
		let { low: t, high: n } = ui(this.model.data, e), r = `z ${e + 1}`, i = `Latent dimension ${e + 1}; double click puts it back to its mean`, a = J("output", {}), o = J("input", {
			type: "range",
			min: t,
			max: n,
			step: "any",
			title: i,
			"aria-label": i,
			"data-testid": `z-slider-${e}`,
			oninput: () => this.model.visit(this.with(e, Number(o.value))),
			onchange: () => this.model.settle(this.with(e, Number(o.value)), "slider"),
			ondblclick: () => this.model.settle(this.with(e, this.model.prior().mean[e]), "slider")
		}), s = Array.from({ length: 7 }, () => J("canvas", { "aria-hidden": "true" })), c = J("div", { class: "gl-traversal" }, ...s);
		return {
			dimension: e,
			input: o,
			output: a,
			thumbs: s,
			element: J("div", { class: "gl-slider" }, J("span", {}, r), o, a, c)
		};
	}
	with(e, t) {
		let n = this.model.settled.z.slice();
		return n[e] = t, this.model.at(n);
	}
}, mi = class {
	draw;
	handle = 0;
	constructor(e) {
		this.draw = e;
	}
	request() {
		this.handle ||= requestAnimationFrame((e) => this.run(e));
	}
	stop() {
		cancelAnimationFrame(this.handle), this.handle = -1;
	}
	run(e) {
		this.handle = 0, this.draw(e);
	}
}, hi = class {
	engine;
	lane;
	entered = null;
	constructor(e, t, n) {
		this.engine = e, this.lane = new Pr((e) => this.sample(e), t, n);
	}
	ask(e) {
		this.lane.ask(e);
	}
	async sample(e) {
		let t = await this.codeOf(e), n = performance.now(), r = await this.engine.decoder.decode(t, 1);
		return fr("genlab.decode", n), {
			point: {
				...e,
				code: t
			},
			x: r
		};
	}
	async codeOf(e) {
		return e.code ? e.code : (await this.enter(e.z)).map((t, n) => t + e.delta[n]);
	}
	async enter(e) {
		if (this.entered?.z === e) return this.entered.code;
		if (!this.engine.enter) throw Error("New points of this GAN cannot be worked out here; the map still decodes.");
		let t = await this.engine.enter(e, 1);
		return this.entered = {
			z: e,
			code: t
		}, t;
	}
	close() {
		this.lane.close();
	}
}, gi = class {
	root;
	model;
	host;
	element = J("div", { class: "gl-layout" });
	frames = new mi((e) => this.frame(e));
	sampler;
	painter;
	map;
	legend;
	sample;
	sliders;
	path;
	draw;
	card;
	keys;
	note;
	unwatch;
	frameStart = 0;
	asked = null;
	unreported = !0;
	opened = !1;
	constructor(e, t, n) {
		this.root = e, this.model = t, this.host = n;
		let r = jn(e), i = new Fn(t.data), a = () => this.frames.request(), { failed: o } = this;
		this.painter = new Hn(t.data.item, r), this.sampler = new hi(t.engine, (e) => this.shown(e), o), this.map = new yr(t, r, a), this.legend = new ur(t, r), this.sample = new li(t, this.painter, i), this.sliders = new pi(t, this.painter), this.path = new si(t, this.painter, a, o);
		let s = t.data.item.modality === "image" && t.engine.encode;
		this.draw = s ? new Wr(t, this.painter, i, a, o) : null, this.card = new Yr(t, this.map, this.painter, i, a, o), this.keys = new qn(this.element, t, this.map, this.path, this.sample), this.note = J("p", {
			class: "gl-note",
			role: "status",
			hidden: t.engine.note === ""
		}, t.engine.note), this.layOut(), this.element.style.colorScheme = r.dark ? "dark" : "light", this.unwatch = Nn(e, (e) => this.setTheme(e)), t.on((e) => {
			e === "settled" && (this.unreported = !0), a();
		}), t.data.item.modality === "points" && this.loadCloud(i).catch(o), a();
	}
	goTo(e) {
		let t = this.model.restore(e);
		t && (this.model.changed("pins"), this.model.settle(t, e.source));
	}
	destroy() {
		this.frames.stop();
		for (let e of [
			this.sampler,
			this.path,
			this.card,
			this.keys
		]) e.close();
		this.draw?.close(), this.map.destroy(), this.unwatch(), this.model.engine.decoder.close(), this.element.remove(), this.note.remove();
	}
	layOut() {
		let e = new Sr(this.model, this.map, this.path), t = new Nr(this.model, this.map, e);
		this.map.element.append(this.card.element);
		let n = J("div", { class: "gl-side" }, J("div", { class: "gl-pair" }, this.sample.element, this.draw?.element ?? this.sample.details), this.draw ? this.sample.details : null, this.sliders.element), r = J("div", { class: "gl-map-area" }, t.element, this.map.element, this.legend.element);
		this.element.append(r, n, J("div", { class: "gl-path-area" }, this.path.element)), this.element.classList.toggle("gl-pixels", this.model.data.item.modality === "image"), this.root.append(this.note, this.element);
	}
	frame(e) {
		this.frameStart = performance.now(), this.path.advance(e), this.draw?.draw();
		let t = this.model.current, n = this.asked?.z !== t.z || this.asked.delta !== t.delta;
		n && (this.asked = t, this.sampler.ask(t)), this.unreported && this.report().catch(this.failed), this.map.draw(), this.sliders.draw(), n || fr("genlab.frame", this.frameStart);
	}
	shown(e) {
		this.model.take(e), this.sample.show(), this.model.live && this.map.draw(), fr("genlab.frame", this.frameStart);
	}
	async report() {
		let { model: e } = this, t = this.opened;
		this.unreported = !1, this.opened = !0;
		let { settled: n } = e, r = await this.sampler.codeOf(n);
		e.settled.z === n.z && e.settled.delta === n.delta && (e.settled = {
			...n,
			code: r
		}, e.nearest = e.nearestTo(r), t && this.host.settle(e.report(e.plane.place(r))), this.frames.request(), await Promise.all([this.sample.settled(), this.sliders.refreshStrips()]));
	}
	failed = (e) => {
		Y(this.note, e.message), this.note.hidden = !1;
	};
	setTheme(e) {
		this.element.style.colorScheme = e.dark ? "dark" : "light", this.painter.theme = e, this.map.setTheme(e), this.legend.setTheme(e), this.sample.show();
	}
	async loadCloud(e) {
		let t = await e.block(0);
		this.painter.cloud = In(t.subarray(0, 4e3)), this.sample.show();
	}
}, _i = 8;
function vi(e, t, n) {
	let r = Float64Array.from(n), i = -1, a = Infinity;
	for (let n = 0, o = 0; n + t <= e.length; n += t, o++) {
		let s = 0;
		for (let i = 0; i < t && s < a;) {
			let a = Math.min(i + _i, t);
			for (; i < a; i++) {
				let t = e[n + i] - r[i];
				s += t * t;
			}
		}
		s < a && (a = s, i = o);
	}
	return {
		row: i,
		distance: Math.sqrt(a)
	};
}
// src/state/model.ts
var yi = class {
	data;
	arrays;
	engine;
	choices;
	pins;
	hidden = /* @__PURE__ */ new Set();
	plane;
	settled;
	live = null;
	source = "reset";
	sample = null;
	hoverRow = -1;
	nearest = {
		row: -1,
		distance: NaN
	};
	truncation = 1;
	draw = null;
	listeners = /* @__PURE__ */ new Set();
	constructor(e, t, n, r) {
		this.data = e, this.arrays = t, this.engine = n, this.choices = kr(e), this.plane = new jr(e, t, this.choices[0], Ar(this.choices, this.choices[0])), this.pins = new ai(null, null, this.isGan ? "slerp" : "lerp"), this.settled = (r && this.restore(r)) ?? this.origin(), this.source = r?.source ?? "reset";
	}
	get isGan() {
		return this.data.map.space === "activations";
	}
	get deltaDim() {
		return this.isGan ? this.data.map.dim : 0;
	}
	get current() {
		return this.live ?? this.settled;
	}
	on(e) {
		this.listeners.add(e);
	}
	changed(e) {
		for (let t of this.listeners) t(e);
	}
	at(e) {
		return this.isGan ? ni(e, this.settled.delta ?? new Float32Array(this.deltaDim)) : ti(e);
	}
	pure(e) {
		return this.isGan ? ni(e, new Float32Array(this.deltaDim)) : ti(e);
	}
	under(e, t = this.settled) {
		if (!t.code) return null;
		let n = this.plane.move(t.code, e);
		if (!this.isGan) return ti(n);
		let r = t.code;
		return {
			z: t.z,
			code: n,
			delta: t.delta.map((e, t) => e + n[t] - r[t])
		};
	}
	visit(e) {
		this.live !== e && (this.live = e, this.changed("view"));
	}
	settle(e, t) {
		t !== "random" && (this.draw = null), this.live = null, this.settled = e, this.source = t, this.changed("settled");
	}
	take(e) {
		this.sample = e, e.point.z === this.settled.z && e.point.delta === this.settled.delta && !this.settled.code && (this.settled = e.point);
	}
	nearestTo(e) {
		let { map: t, latent: n } = this.data;
		if (!this.isGan) return vi(this.arrays.codes, n.dim, e);
		let { mean: r, components: i } = this.arrays;
		return vi(this.arrays.coords, t.k, Tr({
			dim: t.dim,
			k: t.k,
			mean: r,
			components: i
		}, e));
	}
	item(e) {
		let { dim: t } = this.data.latent;
		return this.pure(this.arrays.codes.slice(e * t, (e + 1) * t));
	}
	random() {
		this.draw = Gr(this.data.latent.dim), this.settle(this.drawn(), "random");
	}
	truncate(e) {
		this.truncation = e, this.draw && this.visit(this.drawn());
	}
	drawn() {
		let { mean: e, std: t } = this.prior();
		return this.pure(this.draw.map((n, r) => e[r] + this.truncation * t[r] * n));
	}
	prior() {
		let { dim: e, variational: t, mean: n, std: r } = this.data.latent;
		return !t && !this.isGan ? {
			mean: n,
			std: r
		} : {
			mean: new Float32Array(e),
			std: new Float32Array(e).fill(1)
		};
	}
	origin() {
		return this.isGan && this.data.points.count > 0 ? this.item(0) : this.pure(Float32Array.from(this.prior().mean));
	}
	show(e, t) {
		this.plane = new jr(this.data, this.arrays, e, t), this.changed("plane");
	}
	report(e) {
		let { a: t, b: n } = this.pins;
		return {
			z: Array.from(this.settled.z),
			delta: this.settled.delta && Array.from(this.settled.delta),
			source: this.source,
			nearest: this.nearest.row,
			pins: {
				a: t && ri(t),
				b: n && ri(n)
			},
			path: this.pins.kind,
			map: e
		};
	}
	restore(e) {
		this.pins.kind = e.path;
		for (let t of ["a", "b"]) this.pins[t] = ii(e.pins[t], this.data.latent.dim, this.deltaDim);
		return ii([...e.z, ...e.delta ?? []], this.data.latent.dim, this.deltaDim);
	}
};
// src/explorer.ts
function bi(e, t, n) {
	let r = J("div", { class: "gl-explorer" }), i = J("p", {
		class: "gl-note",
		role: "status"
	}, "Loading the map and the model…"), a = An(r);
	r.append(i), e.append(r);
	let o = t, s = null, c = 0, l = new Set(t.settled ? [xi(t.settled)] : []), u = (e) => {
		l.add(xi(e)), n.settle(e);
	}, d = async (e) => {
		let t = ++c;
		try {
			let [n, a] = await Promise.all([Ci(e), wn(e)]);
			if (t !== c) return a.decoder.close();
			i.hidden = !0, s?.destroy(), s = new gi(r, new yi(e, n, a, e.settled), { settle: u });
		} catch (e) {
			if (t !== c) return;
			s?.destroy(), s = null, Y(i, e instanceof Error ? e.message : String(e)), i.hidden = !1;
		}
	};
	return d(t), {
		update(e) {
			let t = Si(e) === Si(o);
			o = e, t ? e.settled && !l.has(xi(e.settled)) && s?.goTo(e.settled) : d(e);
		},
		destroy() {
			c++, s?.destroy(), a.remove(), r.remove();
		}
	};
}
function xi({ z: e, delta: t, pins: n, path: r }) {
	return JSON.stringify([
		e,
		t,
		n.a,
		n.b,
		r
	]);
}
function Si(e) {
	return JSON.stringify({
		...e,
		key: "",
		settled: null
	});
}
async function Ci({ points: e, latent: t, map: n }) {
	let [r, o, s, c, l] = await Promise.all([
		i(n.coords, e.count * n.k, "map coordinates"),
		i(n.mean, n.dim, "map's means"),
		i(n.components, n.k * n.dim, "map components"),
		i(e.codes, e.count * t.dim, "codes"),
		e.labels ? a(e.labels, e.count, "labels") : null
	]);
	return {
		coords: r,
		mean: o,
		components: s,
		codes: c,
		labels: l
	};
}
// src/live/figure.ts
var wi = class {
	element;
	canvas = J("canvas", { role: "img" });
	caption = J("figcaption");
	constructor(e, t) {
		this.element = J("figure", { "data-testid": e }, J("h3", {}, t), this.canvas, this.caption), this.describe(`${t}: nothing yet.`);
	}
	describe(e) {
		this.canvas.getAttribute("aria-label") !== e && this.canvas.setAttribute("aria-label", e);
	}
	explain(e, t = []) {
		Y(this.caption, e);
		for (let { label: e, color: n } of t) {
			let t = J("span", { class: "gl-live-key" }, e);
			t.style.setProperty("--gl-swatch", n), this.caption.append(" ", t);
		}
	}
	begin() {
		let e = this.canvas.clientWidth;
		if (e === 0) return null;
		let t = window.devicePixelRatio || 1, n = Math.round(e * t);
		this.canvas.width !== n && (this.canvas.width = this.canvas.height = n);
		let r = this.canvas.getContext("2d");
		return r.setTransform(t, 0, 0, t, 0, 0), r.clearRect(0, 0, e, e), {
			context: r,
			side: e
		};
	}
}, Ti = class {
	places = /* @__PURE__ */ new Float32Array();
	labels = /* @__PURE__ */ new Int32Array();
	box = {
		minX: -1,
		maxX: 1,
		minY: -1,
		maxY: 1
	};
	rows = /* @__PURE__ */ new Int32Array();
	from = /* @__PURE__ */ new Float32Array();
	to = /* @__PURE__ */ new Float32Array();
	fromBox = this.box;
	toBox = this.box;
	startMs = 0;
	durationMs = 0;
	moveTo(e, t, n, r, i) {
		this.advance(r);
		let a = this.rows.length === 0, o = /* @__PURE__ */ new Map();
		this.rows.forEach((e, t) => o.set(ki(e, t), t));
		let s = e.slice();
		t.forEach((e, t) => {
			let n = o.get(ki(e, t));
			n !== void 0 && s.set(this.places.subarray(2 * n, 2 * n + 2), 2 * t);
		}), this.rows = t, this.labels = n, this.from = s, this.to = e, this.toBox = Ei(e), this.fromBox = a ? this.toBox : this.box, this.places = s.slice(), this.startMs = r, this.durationMs = a ? 0 : i;
	}
	advance(e) {
		let t = this.durationMs > 0 ? Math.min(Math.max((e - this.startMs) / this.durationMs, 0), 1) : 1, n = t * t * (3 - 2 * t);
		for (let e = 0; e < this.places.length; e++) this.places[e] = Ai(this.from[e], this.to[e], n);
		let [r, i] = [this.fromBox, this.toBox];
		return this.box = {
			minX: Ai(r.minX, i.minX, n),
			maxX: Ai(r.maxX, i.maxX, n),
			minY: Ai(r.minY, i.minY, n),
			maxY: Ai(r.maxY, i.maxY, n)
		}, t < 1;
	}
};
function Ei(e, t = .06) {
	let [n, r, i, a] = [
		Infinity,
		-Infinity,
		Infinity,
		-Infinity
	];
	for (let t = 0; t + 1 < e.length; t += 2) n = Math.min(n, e[t]), r = Math.max(r, e[t]), i = Math.min(i, e[t + 1]), a = Math.max(a, e[t + 1]);
	if (n > r) return {
		minX: -1,
		maxX: 1,
		minY: -1,
		maxY: 1
	};
	let o = (Math.max(r - n, a - i) / 2 || 1) * (1 + 2 * t), [s, c] = [(n + r) / 2, (i + a) / 2];
	return {
		minX: s - o,
		maxX: s + o,
		minY: c - o,
		maxY: c + o
	};
}
function Di(e, t) {
	let n = /* @__PURE__ */ new Map();
	return t.forEach((t, r) => {
		if (t < 0) return;
		n.has(t) || n.set(t, [[], []]);
		let [i, a] = n.get(t);
		i.push(e[2 * r]), a.push(e[2 * r + 1]);
	}), new Map([...n].map(([e, [t, n]]) => [e, [Oi(t), Oi(n)]]));
}
function Oi(e) {
	return e.sort((e, t) => e - t), e[e.length >> 1];
}
function ki(e, t) {
	return e >= 0 ? e : -1 - t;
}
function Ai(e, t, n) {
	return e + (t - e) * n;
}
// src/live/forming.ts
var ji = 350, Mi = 7, Ni = 20, Pi = class {
	labelNames;
	figure = new wi("live-map", "Map of the codes");
	motion = new Ti();
	marks = /* @__PURE__ */ new Map();
	request = 0;
	constructor(e) {
		this.labelNames = e;
	}
	show(e, t, n, r) {
		let i = e.shape[0], a = window.matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
		this.motion.moveTo(e.values, t?.values ?? new Int32Array(i).fill(-1), n?.values ?? new Int32Array(i).fill(-1), performance.now(), a ? 0 : ji);
		let o = i.toLocaleString("en"), s = t && t.values[0] >= 0 ? "data items" : "samples";
		this.figure.describe(`Map of the codes of ${o} ${s} at ${r}, in latent units.`), this.figure.explain(`${o} ${s} where the model puts them, in latent units, turned to match the frame before.` + (this.named ? " Each class has its own mark and colour; its name stands in its middle." : "")), this.draw();
	}
	draw() {
		cancelAnimationFrame(this.request);
		let e = this.motion.advance(performance.now()), t = this.figure.begin();
		t && this.paint(t.context, t.side), e && (this.request = requestAnimationFrame(() => this.draw()));
	}
	destroy() {
		cancelAnimationFrame(this.request);
	}
	get named() {
		return this.labelNames.length > 0 && this.motion.labels.some((e) => e >= 0);
	}
	paint(e, t) {
		let n = jn(this.figure.element), { places: r, labels: i, box: a } = this.motion, o = t / (a.maxX - a.minX), s = (e, n) => [(e - a.minX) * o, t - (n - a.minY) * o];
		e.globalAlpha = .8;
		for (let t = 0; t < i.length; t++) {
			let [a, o] = s(r[2 * t], r[2 * t + 1]);
			e.drawImage(this.mark(i[t], n), a - Mi / 2, o - Mi / 2, Mi, Mi);
		}
		if (e.globalAlpha = 1, !(!this.named || this.labelNames.length > Ni)) {
			e.font = "600 15px system-ui, sans-serif", e.textAlign = "center", e.textBaseline = "middle", e.lineWidth = 4, e.lineJoin = "round", e.strokeStyle = n.background, e.fillStyle = n.text;
			for (let [t, [n, a]] of Di(r, i)) {
				let [r, i] = s(n, a), o = this.labelNames[t] ?? String(t);
				e.strokeText(o, r, i), e.fillText(o, r, i);
			}
		}
	}
	mark(e, t) {
		let n = e < 0 ? t.primary : Zn(e, t.dark), r = e < 0 ? "disc" : Qn(e), i = this.marks.get(n + r);
		if (i) return i;
		let a = document.createElement("canvas"), o = a.width = a.height = 28, s = a.getContext("2d");
		s.fillStyle = n;
		for (let e = 0; e < o; e++) for (let t = 0; t < o; t++) {
			let [n, i] = [t, e].map((e) => (e + .5) / o * 2.4 - 1.2);
			er(r, n, i) && s.fillRect(t, e, 1, 1);
		}
		return this.marks.set(n + r, a), a;
	}
}, Fi = /* @__PURE__ */ new Set([
	"finished",
	"stopped",
	"interrupted",
	"failed",
	"broken"
]);
function Ii(e) {
	return Fi.has(e);
}
// src/live/paintItems.ts
var Li = document.createElement("canvas");
function Ri(e, t, n, r, i) {
	let a = new Hn(t.values instanceof Uint8Array ? {
		...r,
		min: 0,
		max: 255
	} : r, i), o = r.shape.reduce((e, t) => e * t, 1);
	e.imageSmoothingEnabled = !1, n.slice(0, t.shape[0]).forEach((n, r) => {
		a.paint(Li, t.values, r * o, n.height);
		let i = Math.min(n.width / Li.width, n.height / Li.height), [s, c] = [Li.width * i, Li.height * i], [l, u] = [n.x + (n.width - s) / 2, n.y + (n.height - c) / 2];
		e.drawImage(Li, l, u, s, c);
	});
}
function zi(e, t, n, r = 0, i = 4) {
	let a = (e - r - i * (t + 1)) / t, o = (e - i * (n + 1)) / n;
	return Array.from({ length: t * n }, (e, n) => ({
		x: r + i + n % t * (a + i),
		y: i + Math.floor(n / t) * (o + i),
		width: a,
		height: o
	}));
}
// src/live/plane.ts
var $ = 22, Bi = .15;
function Vi(e) {
	return e.modality === "points" && e.shape[0] >= 2;
}
var Hi = class {
	item;
	side;
	low;
	high;
	constructor(e, t) {
		this.item = e, this.side = t;
		let n = Bi * (e.max - e.min || 1);
		this.low = e.min - n, this.high = e.max + n;
	}
	at(e, t) {
		let n = t * this.item.shape[0], r = this.side - 44, i = (e) => (e - this.low) / (this.high - this.low);
		return [$ + r * i(e.values[n]), this.side - $ - r * i(e.values[n + 1])];
	}
	outside(e) {
		let t = 0;
		for (let n = 0; n < e.shape[0]; n++) {
			let [r, i] = this.at(e, n);
			r >= 0 && r <= this.side && i >= 0 && i <= this.side || t++;
		}
		return t;
	}
	axes(e, t) {
		let { side: n } = this;
		e.fillStyle = t.text, e.font = "12px system-ui, sans-serif", e.textAlign = "left", e.fillText(X(this.low, 1), $, n - 6), e.textAlign = "center", e.fillText("x₁", n / 2, n - 6), e.fillText("x₂", 10, n / 2), e.textAlign = "right", e.fillText(X(this.high, 1), n - $, n - 6), e.strokeStyle = t.border, e.lineWidth = 1, e.strokeRect($, $, n - 44, n - 44);
	}
	dots(e, t, n, r, i) {
		e.globalAlpha = i, e.fillStyle = r;
		for (let r = 0; r < t.shape[0]; r++) {
			let [i, a] = this.at(t, r);
			e.fillRect(i - n, a - n, 2 * n, 2 * n);
		}
		e.globalAlpha = 1;
	}
}, Ui = 4, Wi = 44, Gi = class {
	item;
	figure = new wi("live-recon", "Copies");
	originals = null;
	recon = null;
	constructor(e) {
		this.item = e;
	}
	show(e, t, n) {
		this.originals = e, this.recon = t, this.figure.describe(`${t.shape[0]} data items, each with its reconstruction at ${n}.`), this.draw();
	}
	draw() {
		let e = this.recon && this.figure.begin();
		if (!this.originals || !this.recon || !e) return;
		let t = jn(this.figure.element);
		Vi(this.item) ? this.drawPoints(e.context, e.side, t) : this.drawPairs(e.context, e.side, t);
	}
	destroy() {}
	drawPairs(e, t, n) {
		let r = 2 * Math.ceil(this.recon.shape[0] / Ui), i = zi(t, Ui, r, Wi), [a, o] = [0, 1].map((e) => i.filter((t, n) => Math.floor(n / Ui) % 2 === e));
		Ri(e, this.originals, a, this.item, n), Ri(e, this.recon, o, this.item, n), e.fillStyle = n.text, e.font = "13px system-ui, sans-serif", e.textBaseline = "middle";
		for (let t = 0; t < r; t++) {
			let { y: n, height: r } = i[t * Ui];
			e.fillText(t % 2 ? "copy" : "item", 8, n + r / 2);
		}
		this.figure.explain("Each item above, the copy the model makes of it below.");
	}
	drawPoints(e, t, n) {
		let r = new Hi(this.item, t);
		r.axes(e, n), e.strokeStyle = n.primary, e.lineWidth = 1.5;
		for (let t = 0; t < this.recon.shape[0]; t++) {
			let [i, a] = r.at(this.originals, t), [o, s] = r.at(this.recon, t);
			e.beginPath(), e.moveTo(i, a), e.lineTo(o, s), e.stroke(), e.beginPath(), e.arc(o, s, 4.5, 0, 2 * Math.PI), e.stroke(), e.fillStyle = n.text, e.fillRect(i - 2.5, a - 2.5, 5, 5);
		}
		this.figure.explain("From each item a line to the copy the model makes of it.", [{
			label: "item (square)",
			color: n.text
		}, {
			label: "copy (ring)",
			color: n.primary
		}]);
	}
}, Ki = 4, qi = class {
	item;
	figure = new wi("live-samples", "Samples");
	samples = null;
	data = null;
	constructor(e) {
		this.item = e;
	}
	show(e, t, n) {
		this.samples = e, this.data = t ?? this.data, this.figure.describe(`${e.shape[0]} samples from fixed noise at ${n}.`), this.draw();
	}
	draw() {
		let e = this.samples && this.figure.begin();
		if (!this.samples || !e) return;
		let t = jn(this.figure.element), { context: n, side: r } = e;
		if (Vi(this.item)) return this.drawPoints(n, r);
		let i = Math.ceil(this.samples.shape[0] / Ki);
		Ri(n, this.samples, zi(r, Ki, i), this.item, t), this.figure.explain("Always the same noise, so you see the model change and not the dice.");
	}
	destroy() {}
	drawPoints(e, t) {
		let n = jn(this.figure.element), r = this.samples, i = new Hi(this.item, t);
		i.dots(e, r, 1.5, n.primary, .85), this.data && i.dots(e, this.data, .6, n.text, .4), i.axes(e, n);
		let a = i.outside(r), o = [{
			label: `${r.shape[0].toLocaleString("en")} samples`,
			color: n.primary
		}];
		this.data && o.push({
			label: "data (small dots)",
			color: n.text
		}), this.figure.explain(a ? `From fixed noise; ${a} lie outside the picture.` : "From fixed noise.", o);
	}
}, Ji = {
	uint8: 1,
	float32: 4,
	int32: 4,
	int64: 8
};
function Yi(e, t) {
	let n = e.arrays.reduce((e, { dtype: t, shape: n }) => e + Ji[t] * Xi(n), 0);
	if (n !== t.byteLength) throw Error(`A picture of the training is damaged: ${t.byteLength} bytes came, ${n} were announced.`);
	let r = /* @__PURE__ */ new Map(), i = 0;
	for (let { name: n, dtype: a, shape: o } of e.arrays) {
		let e = i + Ji[a] * Xi(o);
		r.set(n, {
			values: Zi(a, t.slice(i, e)),
			shape: o
		}), i = e;
	}
	return {
		header: e,
		arrays: r
	};
}
function Xi(e) {
	return e.reduce((e, t) => e * t, 1);
}
function Zi(e, t) {
	switch (e) {
		case "uint8": return new Uint8Array(t);
		case "float32": return new Float32Array(t);
		case "int32": return new Int32Array(t);
		case "int64": return Int32Array.from(new BigInt64Array(t), Number);
	}
}
// src/live/socket.ts
var Qi = 500, $i = 1e4, ea = 1e3, ta = class {
	path;
	listener;
	socket = null;
	header = null;
	timer = 0;
	waitMs = Qi;
	constructor(e, t) {
		this.path = e, this.listener = t, this.connect();
	}
	close() {
		clearTimeout(this.timer), this.socket &&= (this.socket.onmessage = this.socket.onclose = null, this.socket.close(), null);
	}
	connect() {
		let e = new URL(this.path, location.href);
		e.protocol = e.protocol.replace("http", "ws");
		let t = new WebSocket(e);
		t.binaryType = "arraybuffer", t.onmessage = ({ data: e }) => this.hear(e), t.onclose = ({ code: e }) => {
			if (this.socket = this.header = null, e === ea) return this.listener.closed();
			this.listener.lost(this.waitMs), this.timer = window.setTimeout(() => this.connect(), this.waitMs), this.waitMs = Math.min(2 * this.waitMs, $i);
		}, this.socket = t;
	}
	hear(e) {
		this.waitMs = Qi;
		try {
			if (typeof e == "string") {
				let t = JSON.parse(e);
				t.arrays.length === 0 && this.listener.frame({
					header: t,
					arrays: /* @__PURE__ */ new Map()
				}), this.header = t.arrays.length > 0 ? t : null;
			} else if (this.header) {
				let t = Yi(this.header, e);
				this.header = null, this.listener.frame(t);
			}
		} catch (e) {
			this.listener.damaged(e);
		}
	}
}, na = "\n.gl-live {\n  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));\n  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));\n  --gl-panel: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));\n  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));\n  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));\n  color-scheme: light dark;\n  color: var(--gl-text);\n  font: 400 1rem/1.45 var(--st-font, system-ui, sans-serif);\n  transition: color 1ms;\n}\n/* Where readTheme looks for plain colours. */\n.gl-live figure { background-color: var(--gl-background); border: 0 solid var(--gl-border); caret-color: var(--gl-primary); }\n.gl-live-status { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.6rem; min-height: 1.45em; }\n.gl-live-moment { font-variant-numeric: tabular-nums; font-weight: 600; }\n.gl-live-moment:empty { display: none; }\n.gl-live-figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }\n.gl-live figure { margin: 0; min-width: 0; }\n.gl-live figure[hidden] { display: none; }\n.gl-live h3 { font-size: 1rem; font-weight: 600; margin: 0 0 0.35rem; padding: 0; }\n.gl-live canvas {\n  display: block; width: 100%; aspect-ratio: 1; box-sizing: border-box;\n  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-panel);\n}\n.gl-live figcaption { font-size: 0.87rem; margin-top: 0.35rem; }\n.gl-live-key { white-space: nowrap; }\n.gl-live-key::before {\n  content: \"\"; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.3em; border-radius: 50%;\n  background: var(--gl-swatch, currentColor);\n}\n";
// src/live/mountLive.ts
function ra(e, t, n) {
	let r = J("div", { class: "gl-live" });
	e.append(J("style", {}, na), r);
	let i = t.key, a = new ia(r, t, n);
	return {
		update(e) {
			e.key !== i && (i = e.key, a.destroy(), a = new ia(r, e, n));
		},
		destroy() {
			a.destroy(), r.previousElementSibling?.remove(), r.remove();
		}
	};
}
var ia = class {
	root;
	host;
	moment = J("span", { class: "gl-live-moment" });
	words = J("span", { role: "status" }, "Waiting for the first pictures of this training…");
	samples;
	recon;
	forming;
	socket;
	sizes;
	forgetTheme;
	ended = !1;
	seenAlive = !1;
	constructor(e, t, n) {
		this.root = e, this.host = n, delete e.dataset.seq, this.samples = new qi(t.item), this.recon = new Gi(t.item), this.forming = new Pi(t.labelNames);
		let r = J("div", { class: "gl-live-figures" }, ...this.panels.map((e) => e.figure.element));
		e.replaceChildren(J("p", { class: "gl-live-status" }, this.moment, this.words), r), this.sizes = new ResizeObserver(() => this.redraw()), this.sizes.observe(r), this.forgetTheme = Nn(e, () => this.redraw()), this.socket = new ta(t.socket, {
			frame: (e) => this.show(e),
			lost: (e) => this.say(`The connection to the server was lost; trying again in ${e / 1e3} s.`),
			closed: () => this.end("finished"),
			damaged: (e) => this.say(e.message)
		});
	}
	destroy() {
		this.socket.close(), this.sizes.disconnect(), this.forgetTheme(), this.panels.forEach((e) => e.destroy()), this.root.replaceChildren();
	}
	get panels() {
		return [
			this.samples,
			this.recon,
			this.forming
		];
	}
	redraw() {
		this.panels.forEach((e) => e.draw());
	}
	show({ header: e, arrays: t }) {
		let n = `step ${e.step.toLocaleString("en")}, epoch ${e.epoch.toFixed(1)}`, [r, i, a, o] = [
			"samples",
			"originals",
			"recon",
			"map"
		].map((e) => t.get(e));
		t.size > 0 && (Y(this.moment, n[0].toUpperCase() + n.slice(1)), this.root.dataset.seq = String(e.seq), this.recon.figure.element.hidden = !a), r && this.samples.show(r, t.get("data") ?? null, n), i && a && this.recon.show(i, a, n), o && this.forming.show(o, t.get("map_rows"), t.get("map_labels"), n), this.say(aa(e.state ?? "running", e.error, this.root.dataset.seq !== void 0)), e.state && Ii(e.state) ? this.end(e.state, e.error) : this.seenAlive = !0;
	}
	say(e) {
		this.ended || Y(this.words, e);
	}
	end(e, t) {
		this.ended || (this.say(aa(e, t, !0)), this.ended = !0, this.socket.close(), this.seenAlive && this.host.ended(e));
	}
};
function aa(e, t, n) {
	switch (e) {
		case "queued": return "This training waits for a free place; its pictures will appear here.";
		case "running": return n ? "Training." : "Waiting for the first pictures of this training…";
		case "paused": return "Paused; these are the pictures so far.";
		case "finished": return "The training has finished; these are its last pictures.";
		case "stopped": return "The training was stopped; these are its last pictures.";
		case "interrupted": return "The training was interrupted; these are the last pictures it made.";
		case "failed":
		case "broken": return `The training failed. ${t ?? ""}`.trim();
	}
}
export { bi as mountExplorer, ra as mountLive };
